package canon.cpp.cloudservice.signin.internal.google;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.signin.DeviceCode;
import canon.cpp.cloudservice.signin.DeviceCodeHandler;
import canon.cpp.cloudservice.signin.internal.device.DevicePolling;
import canon.cpp.cloudservice.signin.internal.device.DevicePollingSchedule;
import canon.cpp.cloudservice.signin.internal.http.IdentityResponse;
import canon.cpp.cloudservice.time.Timer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The device code flow (RFC 8628) with Google's differences: the field for the page has another
 * name, and the meaning of a response is in {@code error}, not in its status.
 */
final class GoogleDeviceFlow {
  private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";

  private final GoogleClientApp app;
  private final Timer timer;

  GoogleDeviceFlow(GoogleClientApp app, Timer timer) {
    this.app = app;
    this.timer = timer;
  }

  /** Shows a code and polls; returns the response with the tokens. */
  IdentityResponse signIn(DeviceCodeHandler handler, Duration timeLeft) {
    long start = timer.nanoTime();
    IdentityResponse begun =
        app.http()
            .post(
                app.addresses().deviceCode(),
                Map.of("client_id", app.clientId(), "scope", GoogleClientApp.SCOPE),
                timeLeft);
    if (!begun.isSuccess()) {
      throw app.rejections().of(begun);
    }
    String deviceCode = required(begun.text("device_code"));
    String userCode = required(begun.text("user_code"));
    Duration life = Duration.ofSeconds(begun.number("expires_in").orElseThrow(this::unusable));
    DevicePollingSchedule pace =
        DevicePollingSchedule.start(
            timer,
            seconds(begun.number("interval")),
            life,
            timeLeft.minusNanos(timer.nanoTime() - start),
            "Google");
    handler.show(new DeviceCode(userCode, page(begun), app.clock().instant().plus(life)));
    return poll(deviceCode, pace);
  }

  private IdentityResponse poll(String deviceCode, DevicePollingSchedule pace) {
    Map<String, String> form = app.form(GRANT);
    form.put("device_code", deviceCode);
    return new DevicePolling(pace, app.rejections()::of)
        .untilSignedIn(timeLeft -> app.http().post(app.addresses().token(), form, timeLeft));
  }

  private URI page(IdentityResponse response) {
    String text =
        required(response.text("verification_url").or(() -> response.text("verification_uri")));
    return Optional.of(text)
        .filter(address -> address.startsWith("https://"))
        .flatMap(GoogleDeviceFlow::uri)
        .orElseThrow(this::unusable);
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(URI.create(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private String required(Optional<String> field) {
    return field.filter(Predicate.not(String::isBlank)).orElseThrow(this::unusable);
  }

  private AuthenticationException unusable() {
    return app.http()
        .failure(AuthenticationErrorKind.TOKEN_ENDPOINT)
        .summary("the response contains no device code")
        .build();
  }

  private static @Nullable Duration seconds(OptionalLong number) {
    return number.isPresent() ? Duration.ofSeconds(number.getAsLong()) : null;
  }
}
