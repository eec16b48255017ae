package canon.cpp.cloudservice.examples.remotecontrol;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps the trace contexts that a node sends. */
record RecordingTransport(HttpTransport transport, List<String> traces) implements HttpTransport {
  RecordingTransport(HttpTransport transport) {
    this(transport, new CopyOnWriteArrayList<>());
  }

  @Override
  public HttpResponse send(HttpRequest request) throws InterruptedException {
    record(request);
    return transport.send(request);
  }

  @Override
  public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
    record(request);
    return transport.sendAsync(request);
  }

  private void record(HttpRequest request) {
    String trace = request.headers().get("traceparent");
    if (trace != null) {
      traces.add(trace);
    }
  }

  @Override
  public void close() {}
}
