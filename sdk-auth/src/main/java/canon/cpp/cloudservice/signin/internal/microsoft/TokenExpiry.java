package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.signin.internal.http.IdentityResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads a token's expiry from its response. The expiry is this machine's time plus the lifetime, so
 * a wrong clock does no harm.
 */
final class TokenExpiry {
  /** Managed identities answer with dates in these forms. */
  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.ISO_OFFSET_DATE_TIME,
          DateTimeFormatter.RFC_1123_DATE_TIME,
          DateTimeFormatter.ofPattern("M/d/yyyy H:mm:ss XXX", Locale.ROOT),
          DateTimeFormatter.ofPattern("M/d/yyyy h:mm:ss a XXX", Locale.ENGLISH));

  private TokenExpiry() {}

  /** Returns the token of a response that was just received and contains one. */
  static AccessToken token(IdentityResponse response, Clock clock) {
    Instant now = clock.instant();
    AccessToken token = AccessToken.of(response.text("access_token").orElse(""));
    Optional<Duration> lifetime = lifetime(response, now);
    if (lifetime.isPresent()) {
      token = token.expiringAt(now.plus(lifetime.get()));
    }
    OptionalLong refresh = response.number("refresh_in");
    return refresh.isPresent() ? token.refreshingAt(now.plusSeconds(refresh.getAsLong())) : token;
  }

  private static Optional<Duration> lifetime(IdentityResponse response, Instant now) {
    OptionalLong seconds = response.number("expires_in");
    if (seconds.isPresent()) {
      return Optional.of(Duration.ofSeconds(seconds.getAsLong()));
    }
    // Some managed identities send only the moment of expiry, by their own clock.
    return expiresOn(response).map(expiry -> Duration.between(response.date().orElse(now), expiry));
  }

  private static Optional<Instant> expiresOn(IdentityResponse response) {
    OptionalLong seconds = response.number("expires_on");
    return seconds.isPresent()
        ? Optional.of(Instant.ofEpochSecond(seconds.getAsLong()))
        : response
            .text("expires_on")
            .or(() -> response.text("expires_in"))
            .flatMap(TokenExpiry::date);
  }

  private static Optional<Instant> date(String text) {
    for (DateTimeFormatter format : DATES) {
      try {
        return Optional.of(OffsetDateTime.parse(text.strip(), format).toInstant());
      } catch (DateTimeException e) {
        // The next format is tried.
      }
    }
    return Optional.empty();
  }
}
