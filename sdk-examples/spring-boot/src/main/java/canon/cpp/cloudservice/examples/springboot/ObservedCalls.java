package canon.cpp.cloudservice.examples.springboot;

import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.observe.CallInfo;
import canon.cpp.cloudservice.observe.CallListener;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Makes each call an observation: a timer {@code cloud.service.call}, and a span if the host has
 * tracing. The trace of the calling thread continues in the service.
 */
final class ObservedCalls implements CallListener, Function<CallInfo, String> {
  private final ObservationRegistry registry;
  private final Map<CallInfo, Observation> started = new ConcurrentHashMap<>();

  ObservedCalls(ObservationRegistry registry) {
    this.registry = registry;
  }

  /** Called on the calling thread, so the current observation is the parent. */
  @Override
  public String apply(CallInfo call) {
    Map<String, String> headers = new HashMap<>();
    SenderContext<Map<String, String>> context =
        new SenderContext<>((carrier, name, value) -> carrier.put(name, value), Kind.CLIENT);
    context.setCarrier(headers);
    started.put(
        call,
        Observation.createNotStarted("cloud.service.call", () -> context, registry)
            .lowCardinalityKeyValue("operation", call.operation())
            .start());
    return headers.get("traceparent");
  }

  @Override
  public void callEnded(
      CallInfo call, List<Attempt> attempts, Duration duration, Throwable failure) {
    Observation observation = started.remove(call);
    if (observation == null) {
      return;
    }
    observation.lowCardinalityKeyValue(
        "result", failure == null ? "ok" : failure.getClass().getSimpleName());
    if (failure != null) {
      observation.error(failure);
    }
    observation.stop();
  }
}
