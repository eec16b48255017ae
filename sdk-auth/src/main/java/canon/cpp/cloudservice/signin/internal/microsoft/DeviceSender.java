package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.signin.DeviceCode;
import canon.cpp.cloudservice.signin.DeviceCodeHandler;
import canon.cpp.cloudservice.signin.internal.device.DevicePolling;
import canon.cpp.cloudservice.signin.internal.device.DevicePollingSchedule;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import canon.cpp.cloudservice.signin.internal.http.IdentityResponse;
import canon.cpp.cloudservice.time.Timer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends msal4j's requests of the device code flow, and polls for it. msal4j sends one request and
 * receives the final response, because it treats {@code slow_down} as final, and polls without a
 * delay when {@code interval} is missing.
 */
final class DeviceSender implements MsalSender {
  private static final String CODE_PATH = "/devicecode";

  private final IdentityHttp http;
  private final EntraSender entra;
  private final DeviceCodeHandler handler;
  private final Clock clock;
  private final Timer timer;
  private final Duration timeout;
  private final long start;
  private @Nullable DevicePollingSchedule schedule;

  DeviceSender(
      IdentityHttp http,
      EntraSender entra,
      DeviceCodeHandler handler,
      Clock clock,
      Timer timer,
      Duration timeout) {
    this.http = http;
    this.entra = entra;
    this.handler = handler;
    this.clock = clock;
    this.timer = timer;
    this.timeout = timeout;
    this.start = timer.nanoTime();
  }

  @Override
  public IdentityResponse send(HttpRequest request) {
    DevicePollingSchedule started = schedule;
    if (request.uri().getPath().endsWith(CODE_PATH)) {
      IdentityResponse response = entra.send(request);
      start(response);
      return response;
    }
    return started == null ? entra.send(request) : poll(request, started);
  }

  private void start(IdentityResponse response) {
    Optional<String> code = response.text("user_code");
    Optional<URI> page = response.text("verification_uri").flatMap(DeviceSender::page);
    if (code.isEmpty() || page.isEmpty() || response.number("expires_in").isEmpty()) {
      throw http.failure(AuthenticationErrorKind.TOKEN_ENDPOINT)
          .summary("the response contains no device code")
          .build();
    }
    Duration lifetime = Duration.ofSeconds(response.number("expires_in").getAsLong());
    Duration interval = Duration.ofSeconds(response.number("interval").orElse(0));
    Duration left = timeout.minusNanos(timer.nanoTime() - start);
    schedule = DevicePollingSchedule.start(timer, interval, lifetime, left, MicrosoftSettings.NAME);
    show(new DeviceCode(code.get(), page.get(), clock.instant().plus(lifetime)));
  }

  private void show(DeviceCode code) {
    try {
      handler.show(code);
    } catch (AuthenticationException e) {
      throw e;
    } catch (RuntimeException e) {
      throw http.failure(AuthenticationErrorKind.OTHER)
          .summary("the DeviceCodeHandler failed")
          .cause(e)
          .build();
    }
  }

  private IdentityResponse poll(HttpRequest request, DevicePollingSchedule started) {
    return new DevicePolling(started, response -> EntraErrors.of(http, response))
        .untilSignedIn(timeLeft -> entra.exchange(copy(request, timeLeft)));
  }

  private static HttpRequest copy(HttpRequest request, Duration timeLeft) {
    HttpRequest copy =
        HttpRequest.of(request.method(), request.uri(), timeLeft).withHeaders(request.headers());
    byte[] body = request.body();
    return body == null ? copy : copy.withBody(body);
  }

  private static Optional<URI> page(String text) {
    try {
      return Optional.of(URI.create(text)).filter(page -> "https".equals(page.getScheme()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
