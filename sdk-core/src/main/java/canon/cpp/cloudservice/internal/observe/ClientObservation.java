package canon.cpp.cloudservice.internal.observe;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.internal.call.Operation;
import canon.cpp.cloudservice.observe.CallListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notifies the listeners of a client, and writes its logs of requests and responses. */
public final class ClientObservation {
  private static final Logger LOG = LoggerFactory.getLogger("canon.cpp.cloudservice");

  private final List<CallListener> listeners;
  private final ExchangeLog exchanges;
  private final DeprecationWarnings deprecations;
  private final BiConsumer<CallListener, Throwable> failureLog;

  /** By identity: methods of a listener, such as {@code hashCode()}, may fail too. */
  private final Set<CallListener> failed =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

  ClientObservation(
      List<CallListener> listeners,
      ExchangeLog exchanges,
      DeprecationWarnings deprecations,
      BiConsumer<CallListener, Throwable> failureLog) {
    this.failureLog = failureLog;
    this.listeners = List.copyOf(listeners);
    this.exchanges = exchanges;
    this.deprecations = deprecations;
  }

  /** Creates the observation of a client with the listeners of the host. */
  public static ClientObservation of(List<CallListener> hosts, boolean revealAddresses) {
    List<CallListener> all = new ArrayList<>();
    all.add(new LoggingListener());
    all.addAll(hosts);
    return new ClientObservation(
        all,
        new ExchangeLog(revealAddresses),
        new DeprecationWarnings(),
        ClientObservation::logFailure);
  }

  /** Returns the same with one other listener instead. */
  public ClientObservation withListener(CallListener listener) {
    return new ClientObservation(List.of(listener), exchanges, deprecations, failureLog);
  }

  /** Returns whether events reach a listener of the host or the log. */
  public boolean isObserved() {
    return LoggingListener.isEnabled()
        || !(listeners.get(0) instanceof LoggingListener)
        || listeners.size() > 1;
  }

  /**
   * Notifies all listeners. Whatever one of them throws affects neither the call nor the other
   * listeners; the log reports it once for each listener.
   */
  public void notifyListeners(Consumer<CallListener> event) {
    for (CallListener listener : listeners) {
      try {
        event.accept(listener);
      } catch (Throwable e) {
        if (failed.add(listener)) {
          failureLog.accept(listener, e);
        }
      }
    }
  }

  private static void logFailure(CallListener listener, Throwable failure) {
    LOG.warn(
        "The call listener {} failed. Its later failures are not logged.",
        listener.getClass().getName(),
        failure);
  }

  /** Logs a request. */
  public void sending(Operation<?> operation, HttpRequest request) {
    exchanges.sending(operation, request);
  }

  /** Logs a response, and warns of a deprecated operation. */
  public void received(Operation<?> operation, HttpResponse response) {
    exchanges.received(operation, response);
    String warning = deprecations.check(operation.name(), response.headers());
    if (warning != null) {
      LOG.warn(warning);
    }
  }
}
