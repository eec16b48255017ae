package canon.cpp.cloudservice.signin.internal.google;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import canon.cpp.cloudservice.time.Timer;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import java.net.URI;
import java.time.Duration;

/**
 * Sends the requests of Google's library over the host's transport, within the time of one fetch.
 * The library sees successful responses only. All others are thrown as an {@link
 * canon.cpp.cloudservice.errors.AuthenticationException}, which passes through the library
 * unchanged, so that it neither retries, nor follows redirects, nor quotes responses.
 */
final class LibraryTransport extends HttpTransport {
  private final IdentityHttp http;
  private final GoogleAddresses addresses;
  private final GoogleErrors rejections;
  private final Timer timer;
  private final long start;
  private final Duration time;

  LibraryTransport(IdentityHttp http, GoogleAddresses addresses, Timer timer, Duration time) {
    this.http = http;
    this.addresses = addresses;
    this.rejections = new GoogleErrors(http);
    this.timer = timer;
    this.start = timer.nanoTime();
    this.time = time;
  }

  @Override
  protected LowLevelHttpRequest buildRequest(String method, String url) {
    return new LibraryRequest(this, method, addresses.route(URI.create(url)));
  }

  /** Returns how much of the fetch's time is left. */
  Duration timeLeft() {
    Duration left = time.minusNanos(timer.nanoTime() - start);
    if (left.isNegative() || left.isZero()) {
      throw http.failure(AuthenticationErrorKind.TIMED_OUT).build();
    }
    return left;
  }

  HttpResponse exchange(HttpRequest request) {
    HttpResponse response = http.exchange(request);
    if (response.status() / 100 != 2) {
      throw rejections.ofWorkload(http.answer(response));
    }
    return response;
  }
}
