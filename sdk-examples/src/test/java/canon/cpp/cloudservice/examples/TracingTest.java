package canon.cpp.cloudservice.examples;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.observe.CallInfo;
import canon.cpp.cloudservice.observe.CallListener;
import canon.cpp.cloudservice.site.Site;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.SenderContext;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a host joins calls to its own trace, with OpenTelemetry and with Micrometer. */
class TracingTest {
  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final SiteTransport transport = new SiteTransport();

  @AfterEach
  void close() {
    exporter.close();
  }

  private SdkTracerProvider provider(Sampler sampler) {
    return SdkTracerProvider.builder()
        .setSampler(sampler)
        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
        .build();
  }

  /** A client span for each call, which is the parent of the service's span. */
  private record OpenTelemetryCalls(Tracer tracer, Map<CallInfo, Span> spans)
      implements Function<CallInfo, @Nullable String>, CallListener {

    OpenTelemetryCalls(Tracer tracer) {
      this(tracer, new ConcurrentHashMap<>());
    }

    @Override
    public String apply(CallInfo call) {
      Span span = tracer.spanBuilder(call.operation()).setSpanKind(SpanKind.CLIENT).startSpan();
      spans.put(call, span);
      return traceparent(span.getSpanContext());
    }

    @Override
    public void callEnded(
        CallInfo call, List<Attempt> attempts, Duration duration, @Nullable Throwable failure) {
      Span span = spans.remove(call);
      if (failure != null) {
        span.recordException(failure).setStatus(StatusCode.ERROR);
      }
      span.end();
    }
  }

  private static String traceparent(SpanContext span) {
    return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + span.getTraceFlags().asHex();
  }

  @Test
  void concurrentCallsAreSpansOfTheHostsTraceInOpenTelemetry() {
    try (SdkTracerProvider provider = provider(Sampler.alwaysOn())) {
      Tracer tracer = provider.get("host");
      OpenTelemetryCalls calls = new OpenTelemetryCalls(tracer);
      Span request = tracer.spanBuilder("request").startSpan();
      try (CloudServiceClient client = client(calls, calls);
          Scope scope = request.makeCurrent()) {
        assertThat(scope).isNotNull();
        CompletableFuture<Site> first = client.withToken("token").site().get().executeAsync();
        CompletableFuture<Site> second = client.withToken("token").site().get().executeAsync();
        assertThat(client.withToken("token").site().get().execute()).isNotNull();
        CompletableFuture.allOf(first, second).join();
      } finally {
        request.end();
      }

      List<SpanData> spans =
          exporter.getFinishedSpanItems().stream()
              .filter(span -> span.getName().equals("getSite"))
              .toList();
      assertThat(spans)
          .hasSize(3)
          .allSatisfy(
              span ->
                  assertThat(span.getParentSpanId())
                      .isEqualTo(request.getSpanContext().getSpanId()));
      assertThat(transport.traceparents())
          .containsExactlyInAnyOrderElementsOf(
              spans.stream().map(span -> traceparent(span.getSpanContext())).toList());
      assertThat(calls.spans()).isEmpty();
    }
  }

  @Test
  void aTraceThatIsNotSampledStaysSo() {
    try (SdkTracerProvider provider = provider(Sampler.alwaysOff())) {
      OpenTelemetryCalls calls = new OpenTelemetryCalls(provider.get("host"));
      try (CloudServiceClient client = client(calls, calls)) {
        assertThat(client.withToken("token").site().get().execute()).isNotNull();
      }

      assertThat(transport.traceparents())
          .singleElement()
          .asString()
          .as("the last bit of the flags, which means sampled")
          .matches(".*-[0-9a-f][02468ace]");
    }
  }

  /** An observation for each call, whose context carries the trace that is sent. */
  private record MicrometerCalls(ObservationRegistry registry, Map<CallInfo, Observation> started)
      implements Function<CallInfo, @Nullable String>, CallListener {

    MicrometerCalls(ObservationRegistry registry) {
      this(registry, new ConcurrentHashMap<>());
    }

    @Override
    public @Nullable String apply(CallInfo call) {
      SenderContext<Map<String, String>> context = new SenderContext<>(Map::put);
      Map<String, String> headers = new HashMap<>();
      context.setCarrier(headers);
      Observation observation =
          Observation.createNotStarted("cloudservice.call", () -> context, registry)
              .contextualName(call.operation())
              .lowCardinalityKeyValue("operation", call.operation());
      started.put(call, observation.start());
      return headers.get("traceparent");
    }

    @Override
    public void callEnded(
        CallInfo call, List<Attempt> attempts, Duration duration, @Nullable Throwable failure) {
      Observation observation = started.remove(call);
      if (failure != null) {
        observation.error(failure);
      }
      observation.stop();
    }
  }

  @Test
  void aCallIsAnObservationWithinTheHostsOneInMicrometer() {
    try (SdkTracerProvider provider = provider(Sampler.alwaysOn())) {
      Tracer tracer = provider.get("host");
      OtelTracer bridge = new OtelTracer(tracer, new OtelCurrentTraceContext(), event -> {});
      ObservationRegistry registry = ObservationRegistry.create();
      registry
          .observationConfig()
          .observationHandler(
              new PropagatingSenderTracingObservationHandler<>(
                  bridge,
                  new OtelPropagator(
                      ContextPropagators.create(W3CTraceContextPropagator.getInstance()), tracer)));
      MicrometerCalls calls = new MicrometerCalls(registry);
      Span request = tracer.spanBuilder("request").startSpan();
      try (CloudServiceClient client = client(calls, calls);
          Scope scope = request.makeCurrent()) {
        assertThat(scope).isNotNull();
        CompletableFuture<Site> other = client.withToken("token").site().get().executeAsync();
        assertThat(client.withToken("token").site().get().execute()).isNotNull();
        assertThat(other.join()).isNotNull();
      } finally {
        request.end();
      }

      assertThat(transport.traceparents())
          .hasSize(2)
          .doesNotHaveDuplicates()
          .allSatisfy(sent -> assertThat(sent).contains(request.getSpanContext().getTraceId()));
      assertThat(exporter.getFinishedSpanItems())
          .filteredOn(span -> span.getName().equals("getSite"))
          .hasSize(2)
          .allSatisfy(
              span ->
                  assertThat(span.getParentSpanId())
                      .isEqualTo(request.getSpanContext().getSpanId()));
      assertThat(calls.started()).isEmpty();
    }
  }

  private CloudServiceClient client(
      Function<CallInfo, @Nullable String> traceparent, CallListener listener) {
    return CloudServiceClient.builder(URI.create("https://service.example"))
        .transport(transport)
        .traceparent(traceparent)
        .listener(listener)
        .build();
  }

  /** Responds with a site, and keeps what was sent. */
  private static final class SiteTransport implements HttpTransport {
    private final List<HttpRequest> requests = new CopyOnWriteArrayList<>();

    List<String> traceparents() {
      return requests.stream().map(request -> request.headers().get("traceparent")).toList();
    }

    @Override
    public HttpResponse send(HttpRequest request) {
      requests.add(request);
      byte[] body =
          "{\"id\":\"sit_1\",\"createdAt\":\"2030-01-01T00:00:00Z\"}"
              .getBytes(StandardCharsets.UTF_8);
      return new HttpResponse(
          200, HttpHeaders.of(Map.of("Content-Type", List.of("application/json"))), body);
    }

    @Override
    public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
      return CompletableFuture.completedFuture(send(request));
    }

    @Override
    public void close() {}
  }
}
