package canon.cpp.cloudservice.internal.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.hostile.Cases;
import canon.cpp.cloudservice.hostile.HostileStrings;
import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.internal.http.RetryAfter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values read from headers: correct if the header is valid, null if it is not. */
class HostileHeadersTest {
  private static final Clock CLOCK = Clock.fixed(ClientHarness.NOW, ZoneOffset.UTC);
  private static final long YEAR_9999 = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
  private static final int LONGEST = Integer.MAX_VALUE;

  @Test
  void aRetryAfterIsNeverNegative() {
    Cases.each(
        5_000,
        random -> {
          String until = random.nextBoolean() ? date(random) : random.nextInt() + "";
          String sent = random.nextBoolean() ? date(random) : HostileStrings.text(random);

          checkRetryAfter(
              HostileStrings.mutated(random, until), HostileStrings.mutated(random, sent));
        });
  }

  @Test
  void aRetryAfterInSecondsIsReadToTheSecond() {
    Cases.each(
        1_000,
        random -> {
          int seconds = random.nextInt(1_000_000_000);

          assertThat(read(seconds + "", "")).isEqualTo(Duration.ofSeconds(seconds));
        });
  }

  @Test
  void aRetryAfterAsADateIsReadToTheSecond() {
    Cases.each(
        2_000,
        random -> {
          long sent = random.nextLong(LONGEST, YEAR_9999 - 2L * LONGEST);
          long wait = random.nextLong(-LONGEST, 2L * LONGEST);

          assertThat(read(date(sent + wait), date(sent)))
              .isEqualTo(Duration.ofSeconds(Math.min(LONGEST, Math.max(0, wait))));
        });
  }

  @Test
  void claimsAreValidJsonOrIgnored() {
    Cases.each(
        5_000,
        random -> {
          Charset charset = random.nextInt(4) > 0 ? UTF_8 : Charset.forName("UTF-16LE");
          byte[] json = HostileStrings.mutated(random, "{\"access_token\":{}}").getBytes(charset);
          String header = "Basic, " + challenge(json);

          checkClaims(random.nextBoolean() ? header : HostileStrings.mutated(random, header));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"})
  void claimsInAnotherEncodingAreIgnored(String charset) {
    byte[] claims = "{\"access_token\":{}}".getBytes(Charset.forName(charset));

    assertThat(ClaimsChallenge.read(headers("WWW-Authenticate", challenge(claims)))).isNull();
  }

  @Test
  void claimsAfterAByteOrderMarkAreIgnored() {
    byte[] claims = "\ufeff{\"access_token\":{}}".getBytes(UTF_8);

    assertThat(ClaimsChallenge.read(headers("WWW-Authenticate", challenge(claims)))).isNull();
  }

  @Test
  void aChallengeThatConsistsOfEscapesIsRead() {
    String realm = "Basic realm=\"" + "\\\"".repeat(8_000) + "\", ";
    String header = realm + challenge("{}".getBytes(UTF_8));

    assertThat(ClaimsChallenge.read(headers("WWW-Authenticate", header))).isEqualTo("{}");
  }

  static void checkRetryAfter(String retryAfter, String date) {
    Duration delay = read(retryAfter, date);

    if (delay != null) {
      assertThat(delay).isBetween(Duration.ZERO, Duration.ofSeconds(LONGEST));
    }
  }

  static void checkClaims(String challenge) {
    String claims = ClaimsChallenge.read(headers("WWW-Authenticate", challenge));

    if (claims != null) {
      assertThat(isJsonObject(claims)).as(claims).isTrue();
    }
  }

  private static Duration read(String retryAfter, String date) {
    return RetryAfter.read(
        HttpHeaders.of(Map.of("Retry-After", List.of(retryAfter), "Date", List.of(date))), CLOCK);
  }

  private static String challenge(byte[] claims) {
    return "Bearer error=\"insufficient_claims\", claims=\""
        + Base64.getEncoder().encodeToString(claims)
        + "\"";
  }

  private static HttpHeaders headers(String name, String value) {
    return HttpHeaders.of(Map.of(name, List.of(value)));
  }

  private static String date(RandomGenerator random) {
    return date(random.nextLong(YEAR_9999));
  }

  private static String date(long second) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        Instant.ofEpochSecond(second).atZone(ZoneOffset.UTC));
  }

  private static boolean isJsonObject(String text) {
    try {
      return new ObjectMapper().readTree(text).isObject();
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
