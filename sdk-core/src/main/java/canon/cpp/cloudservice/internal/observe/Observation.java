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
public record Observation(CallListener listeners, ExchangeLog exchanges, Sunsets sunsets) {

  public static Observation with(List<CallListener> hosts, boolean revealAddresses) {
    List<CallListener> all = new ArrayList<>();
    all.add(new LoggingListener());
    all.addAll(hosts);
    return new Observation(new Listeners(all), new ExchangeLog(revealAddresses), new Sunsets());
  }
}
