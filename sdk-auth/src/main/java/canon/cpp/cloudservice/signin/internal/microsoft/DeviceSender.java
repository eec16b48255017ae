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
 * Sends what msal4j sends to sign in on another device. The waiting for the person happens in here:
 * msal4j asks once, and gets the answer that ends it, because it would take {@code slow_down} for
 * the end, and a missing interval for none.
 */
final class DeviceSender implements MsalSender {
  private static final String CODE_PATH = "/devicecode";

  private final IdentityHttp http;
  private final EntraSender entra;
  private final DeviceCodeHandler handler;
  private final Clock clock;
  private final Timer timer;
  private final Duration allowed;
  private final long start;
  private @Nullable DevicePollingSchedule pace;

  DeviceSender(
      IdentityHttp http,
      EntraSender entra,
      DeviceCodeHandler handler,
      Clock clock,
      Timer timer,
      Duration allowed) {
    this.http = http;
    this.entra = entra;
    this.handler = handler;
    this.clock = clock;
    this.timer = timer;
    this.allowed = allowed;
    this.start = timer.nanoTime();
  }

  @Override
  public IdentityResponse send(HttpRequest request) {
    DevicePollingSchedule begun = pace;
    if (request.uri().getPath().endsWith(CODE_PATH)) {
      IdentityResponse answer = entra.send(request);
      begin(answer);
      return answer;
    }
    return begun == null ? entra.send(request) : poll(request, begun);
  }

  private void begin(IdentityResponse answer) {
    Optional<String> code = answer.text("user_code");
    Optional<URI> page = answer.text("verification_uri").flatMap(DeviceSender::page);
    if (code.isEmpty() || page.isEmpty() || answer.number("expires_in").isEmpty()) {
      throw http.failure(AuthenticationErrorKind.TOKEN_ENDPOINT)
          .summary("the identity provider gave no code for another device")
          .build();
    }
    Duration life = Duration.ofSeconds(answer.number("expires_in").getAsLong());
    Duration interval = Duration.ofSeconds(answer.number("interval").orElse(0));
    Duration left = allowed.minusNanos(timer.nanoTime() - start);
    pace = DevicePollingSchedule.start(timer, interval, life, left, MsalCalls.NAME);
    show(new DeviceCode(code.get(), page.get(), clock.instant().plus(life)));
  }

  private void show(DeviceCode code) {
    try {
      handler.show(code);
    } catch (AuthenticationException e) {
      throw e;
    } catch (RuntimeException e) {
      throw http.failure(AuthenticationErrorKind.OTHER)
          .summary("the code could not be shown")
          .cause(e)
          .build();
    }
  }

  private IdentityResponse poll(HttpRequest request, DevicePollingSchedule begun) {
    return new DevicePolling(begun, answer -> EntraErrors.of(http, answer))
        .untilSignedIn(timeLeft -> entra.ask(again(request, timeLeft)));
  }

  private static HttpRequest again(HttpRequest request, Duration timeLeft) {
    HttpRequest again =
        HttpRequest.of(request.method(), request.uri(), timeLeft).withHeaders(request.headers());
    byte[] body = request.body();
    return body == null ? again : again.withBody(body);
  }

  private static Optional<URI> page(String text) {
    try {
      return Optional.of(URI.create(text)).filter(page -> "https".equals(page.getScheme()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
