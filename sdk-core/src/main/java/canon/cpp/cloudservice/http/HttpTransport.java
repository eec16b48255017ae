package canon.cpp.cloudservice.http;

import canon.cpp.cloudservice.diagnosis.Connectivity;
import canon.cpp.cloudservice.internal.jdk.JdkHttpTransport;
import canon.cpp.cloudservice.internal.urlconnection.UrlConnectionTransport;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Carries one HTTP exchange; the only way by which this library reaches a network.
 *
 * <p>A host builds one transport for its network and shares it between the client and sign-in:
 *
 * <pre>{@code
 * HttpTransport network = HttpTransport.jdk().connectTimeout(Duration.ofSeconds(5)).build();
 * CloudServiceClient client = CloudServiceClient.builder(serviceAddress).transport(network).build();
 * }</pre>
 *
 * <p>Whoever builds a transport closes it; a client never closes a transport that it was given.
 *
 * <p>An implementation is safe for use by many threads, never follows a redirect, reads the whole
 * body, and ends every exchange, body included, within {@link HttpRequest#timeout()}. Any status is
 * an answer, not an exception. It does not repeat a request; where what it stands on does so by
 * itself, as Java's clients do when a connection breaks, it tells ({@link
 * HttpResponse#retransmitted()}, {@link HttpTransportException#mayHaveBeenSent()}). {@code
 * HttpTransportKit} in the testing module tests all that.
 */
public interface HttpTransport extends AutoCloseable {

  /**
   * Sends a request and waits for the whole answer.
   *
   * @param request what to send
   * @return the answer, whatever its status
   * @throws HttpTransportException if no complete answer came
   * @throws InterruptedException if the waiting thread is interrupted; the exchange is given up
   */
  HttpResponse send(HttpRequest request) throws InterruptedException;

  /**
   * Sends a request without blocking the caller. Cancelling the future gives up the exchange and
   * frees its connection.
   *
   * @param request what to send
   * @return the answer to come; fails with {@link HttpTransportException}
   */
  CompletableFuture<HttpResponse> sendAsync(HttpRequest request);

  /**
   * Goes the way to an address as far as the first request, for {@link
   * canon.cpp.cloudservice.CloudServiceClient#diagnose()}: name, connection, proxy, TLS, with the
   * settings of this transport. Nothing is sent to the service, and nothing is trusted afterwards
   * that was not trusted before.
   *
   * <p>Only a transport knows its proxy and whom it trusts. One that does not know, or does not
   * care, inherits this method, and those checks are skipped. One that wraps another passes it on.
   *
   * @param address the address of the service
   * @param timeout how long it may take; what was found by then is the answer
   * @return what was found, never a failure because the way is broken. Cancelling it ends it
   */
  default CompletableFuture<Connectivity> probe(URI address, Duration timeout) {
    return CompletableFuture.completedFuture(Connectivity.unknown());
  }

  /** Gives up what is under way and frees connections and threads. Closing twice does nothing. */
  @Override
  void close();

  /**
   * Starts to build a transport on the JDK's {@code java.net.http.HttpClient}: HTTP/2 over TLS,
   * HTTP/1.1 in clear. Not available on Android.
   *
   * @return a builder with the defaults
   */
  static HttpTransportBuilder jdk() {
    return new HttpTransportBuilder(JdkHttpTransport::new);
  }

  /**
   * Starts to build a transport on {@link java.net.HttpURLConnection}: HTTP/1.1, at most 32
   * exchanges at a time, no class of {@code java.net.http}. For Android and the smallest hosts.
   *
   * <p>Where a connection breaks before the first byte of the answer, Java sends the request once
   * more by itself. The service recognises the repetition by its idempotency key. A host that wants
   * none starts Java with {@code -Dsun.net.http.retryPost=false}, which covers POST.
   *
   * @return a builder with the defaults
   */
  static HttpTransportBuilder urlConnection() {
    return new HttpTransportBuilder(UrlConnectionTransport::new);
  }
}
