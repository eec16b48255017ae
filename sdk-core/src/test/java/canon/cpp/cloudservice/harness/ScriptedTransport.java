package canon.cpp.cloudservice.harness;

import canon.cpp.cloudservice.diagnosis.Connectivity;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.time.Timer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Responds by script: each request takes the next reply, and the last one is repeated. Blocking
 * sends end at the request's timeout, as the contract of transports requires. Asynchronous ones do
 * not, so that tests can use a transport that never responds.
 */
public final class ScriptedTransport implements HttpTransport {
  private final Timer timer;
  private final Deque<Reply> script = new ArrayDeque<>();
  private final List<HttpRequest> requests = new ArrayList<>();
  private volatile CompletableFuture<Connectivity> connectivity =
      CompletableFuture.completedFuture(Connectivity.unknown());
  private volatile boolean closed;

  public ScriptedTransport(Timer timer) {
    this.timer = timer;
  }

  /** The reply to one request: a future that is already complete, completes later, or never. */
  @FunctionalInterface
  public interface Reply {
    CompletableFuture<HttpResponse> to(HttpRequest request);
  }

  public synchronized ScriptedTransport replies(Reply... replies) {
    script.clear();
    script.addAll(List.of(replies));
    return this;
  }

  /** The result of every probe. */
  public ScriptedTransport connectivity(CompletableFuture<Connectivity> found) {
    connectivity = found;
    return this;
  }

  @Override
  public CompletableFuture<Connectivity> probe(URI address, Duration timeout) {
    return connectivity;
  }

  public synchronized List<HttpRequest> requests() {
    return List.copyOf(requests);
  }

  /** The values of a header in the requests; null for requests without it. */
  public List<String> sent(String header) {
    List<String> values = new ArrayList<>();
    requests().forEach(request -> values.add(request.headers().get(header)));
    return values;
  }

  public boolean isClosed() {
    return closed;
  }

  @Override
  public HttpResponse send(HttpRequest request) throws InterruptedException {
    CompletableFuture<Void> alarm = timer.timeout(request.responseTimeout());
    CompletableFuture<HttpResponse> answer = sendAsync(request);
    try {
      Object unused = CompletableFuture.anyOf(answer, alarm).get();
      if (!answer.isDone()) {
        throw new HttpTransportException(
            Reason.TIMEOUT, true, "no complete response in time", null);
      }
      return answer.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e);
    } finally {
      alarm.cancel(false);
      answer.cancel(true);
    }
  }

  @Override
  public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
    return next(request).to(request);
  }

  private synchronized Reply next(HttpRequest request) {
    requests.add(request);
    return script.size() > 1 ? script.removeFirst() : script.getFirst();
  }

  @Override
  public void close() {
    closed = true;
  }
}
