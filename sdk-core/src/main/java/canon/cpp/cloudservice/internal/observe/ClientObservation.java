package canon.cpp.cloudservice.internal.observe;

import canon.cpp.cloudservice.observe.CallListener;
import java.util.ArrayList;
import java.util.List;

/**
 * All that watches a client's calls.
 *
 * @param listeners the log's own, and the host's
 * @param exchanges logs requests and answers
 * @param sunsets warns of what will go away
 */
public record ClientObservation(
    CallListener listeners, ExchangeLog exchanges, DeprecationWarnings sunsets) {

  public static ClientObservation with(List<CallListener> hosts, boolean revealAddresses) {
    List<CallListener> all = new ArrayList<>();
    all.add(new LoggingListener());
    all.addAll(hosts);
    return new ClientObservation(
        new Listeners(all), new ExchangeLog(revealAddresses), new DeprecationWarnings());
  }
}
