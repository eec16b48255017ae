package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.signin.internal.http.IdentityResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;

/** Dates a token by this machine's clock, however wrong that is: it goes by how long it lives. */
final class TokenExpiry {
  private TokenExpiry() {}

  /** The token in an answer that has just come and has one. */
  static AccessToken token(IdentityResponse answer, Clock clock) {
    Instant now = clock.instant();
    AccessToken token = AccessToken.of(answer.text("access_token").orElse(""));
    Optional<Duration> life = life(answer, now);
    if (life.isPresent()) {
      token = token.expiringAt(now.plus(life.get()));
    }
    OptionalLong refresh = answer.number("refresh_in");
    return refresh.isPresent() ? token.refreshingAt(now.plusSeconds(refresh.getAsLong())) : token;
  }

  private static Optional<Duration> life(IdentityResponse answer, Instant now) {
    OptionalLong life = answer.number("expires_in");
    if (life.isPresent()) {
      return Optional.of(Duration.ofSeconds(life.getAsLong()));
    }
    // Some managed identities name the end only, by their own clock.
    OptionalLong end = answer.number("expires_on");
    if (end.isEmpty()) {
      return Optional.empty();
    }
    Instant sent = answer.header("Date").flatMap(TokenExpiry::date).orElse(now);
    return Optional.of(Duration.between(sent, Instant.ofEpochSecond(end.getAsLong())));
  }

  private static Optional<Instant> date(String header) {
    try {
      return Optional.of(
          ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
