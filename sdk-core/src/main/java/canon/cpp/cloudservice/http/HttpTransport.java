package canon.cpp.cloudservice.http;

import canon.cpp.cloudservice.diagnosis.Connectivity;
import canon.cpp.cloudservice.internal.jdk.JdkHttpTransport;
import canon.cpp.cloudservice.internal.urlconnection.UrlConnectionTransport;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Sends one HTTP request and receives its response. The library reaches the network only through a
 * transport.
 *
 * <p>A host builds one transport for its network and shares it between the client and sign-in:
 *
 * <pre>{@code
 * HttpTransport network = HttpTransport.jdk().connectTimeout(Duration.ofSeconds(5)).build();
 * CloudServiceClient client = CloudServiceClient.builder(serviceAddress).transport(network).build();
 * }</pre>
 *
 * <p>The caller that builds a transport closes it. A client never closes a transport that was given
 * to it.
 *
 * <p>An implementation is thread-safe, never follows a redirect, reads the whole body, and ends
 * every exchange, including the body, within {@link HttpRequest#timeout()} and {@link
 * HttpRequest#responseTimeout()}. A response of any status is returned, not thrown. A transport
 * does not repeat a request. If its platform does so by itself, as Java's clients do when a
 * connection breaks, it reports that ({@link HttpResponse#retransmitted()}, {@link
 * HttpTransportException#mayHaveBeenSent()}). {@code HttpTransportKit} in the testing module tests
 * all of this.
 */
public interface HttpTransport extends AutoCloseable {

  /**
   * Sends a request and waits for the whole response.
   *
   * @param request the request
   * @return the response, whatever its status
   * @throws HttpTransportException if no complete response was received
   * @throws InterruptedException if the waiting thread is interrupted; the exchange is aborted. If
   *     the request was certainly not sent, its cause is an {@link HttpTransportException} that
   *     says so
   */
  HttpResponse send(HttpRequest request) throws InterruptedException;

  /**
   * Sends a request without blocking the caller. Cancelling the future aborts the exchange and
   * frees its connection.
   *
   * @param request the request
   * @return a future of the response; fails with {@link HttpTransportException}
   */
  CompletableFuture<HttpResponse> sendAsync(HttpRequest request);

  /**
   * Checks the connection to an address without sending a request, for {@link
   * canon.cpp.cloudservice.CloudServiceClient#diagnose()}: name resolution, connection, proxy and
   * TLS, with the settings of this transport. Nothing is sent to the service, and the trust
   * settings do not change.
   *
   * <p>Only a transport knows its proxy and its trust anchors. The default implementation checks
   * nothing, so these checks are skipped. A transport that wraps another one delegates.
   *
   * @param address the address of the service
   * @param timeout the limit; the result has what was found until then
   * @return what was found; never fails because the connection fails. Cancelling the future ends
   *     the check
   */
  default CompletableFuture<Connectivity> probe(URI address, Duration timeout) {
    return CompletableFuture.completedFuture(Connectivity.unknown());
  }

  /** Aborts exchanges in flight and frees connections and threads. Closing twice has no effect. */
  @Override
  void close();

  /**
   * Returns a builder of a transport on the JDK's {@code java.net.http.HttpClient}: HTTP/2 over
   * TLS, HTTP/1.1 without TLS. Not available on Android.
   *
   * @return a builder with the defaults
   */
  static HttpTransportBuilder jdk() {
    return new HttpTransportBuilder(JdkHttpTransport::new);
  }

  /**
   * Returns a builder of a transport on {@link java.net.HttpURLConnection}: HTTP/1.1, at most 32
   * exchanges at a time, no class of {@code java.net.http}. For Android and very small hosts.
   *
   * <p>If a connection breaks before the first byte of the response, Java sends the request once
   * more by itself. The service recognises the second one by its idempotency key. A host can
   * disable this for POST with {@code -Dsun.net.http.retryPost=false}.
   *
   * @return a builder with the defaults
   */
  static HttpTransportBuilder urlConnection() {
    return new HttpTransportBuilder(UrlConnectionTransport::new);
  }
}
