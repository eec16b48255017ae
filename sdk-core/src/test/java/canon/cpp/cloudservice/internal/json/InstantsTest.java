package canon.cpp.cloudservice.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
  /** The result of the JDK, with which ours is compared. */
  private static Instant byTheJdk(String text) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, OffsetDateTime::from).toInstant();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2031-05-06T07:08:09Z",
        "2031-05-06T07:08:09.1Z",
        "2031-05-06T07:08:09.12Z",
        "2031-05-06T07:08:09.123Z",
        "2031-05-06T07:08:09.1234Z",
        "2031-05-06T07:08:09.12345Z",
        "2031-05-06T07:08:09.123456Z",
        "2031-05-06T07:08:09.1234567Z",
        "2031-05-06T07:08:09.12345678Z",
        "2031-05-06T07:08:09.123456789Z",
        "2031-05-06T07:08:09.000000001Z",
        "2031-05-06T07:08:09.999999999Z",
        "2031-05-06T07:08:09+00:00",
        "2031-05-06T07:08:09-00:00",
        "2031-05-06T07:08:09.5+05:30",
        "2031-05-06T07:08:09-18:00",
        "2031-05-06t07:08:09z",
        "2031-05-06t07:08:09.5Z",
        "2031-05-06T07:08:09.123456789+14:00",
        "2032-02-29T00:00:00Z",
        "2000-02-29T23:59:59Z",
        "0000-01-01T00:00:00Z",
        "0001-01-01T00:00:00Z",
        "1969-12-31T23:59:59.999Z",
        "9999-12-31T23:59:59.999999999Z"
      })
  void readsTheSameInstantsAsTheJdk(String text) {
    assertThat(Instants.parse(text)).isEqualTo(byTheJdk(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "yesterday",
        "2031-05-06",
        "2031-05-06T07:08:09",
        "2031-05-06 07:08:09Z",
        "2031-05-06T07:08:09.Z",
        "2031-05-06T07:08:09,5Z",
        "2031-05-06T07:08:09.1234567890",
        "2016-12-31T22:59:60Z",
        "2016-12-31T23:59:61Z",
        "2016-12-31T23:58:60Z",
        "2031-05-06T07:08:09.-1Z",
        "2031-05-06T07:08:09.12 Z",
        "2031-05-06T07:08:09ZZ",
        "2031-05-06T07:08:09Z ",
        " 2031-05-06T07:08:09Z",
        "2031-00-06T07:08:09Z",
        "2031-13-06T07:08:09Z",
        "2031-05-00T07:08:09Z",
        "2031-05-32T07:08:09Z",
        "2031-02-29T07:08:09Z",
        "1900-02-29T07:08:09Z",
        "2031-05-06T24:00:00Z",
        "2031-05-06T07:60:09Z",
        "2031-05-06T07:08:60Z",
        "2031-05-06T07:08:09+19:00",
        "2031/05/06T07:08:09Z",
        "2031-05-06T07-08-09Z",
        "-031-05-06T07:08:09Z",
        "+031-05-06T07:08:09Z",
        "2031-5-006T07:08:09Z",
        "２０３１-05-06T07:08:09Z",
        "1741080600",
        "٢٠٣١-٠٥-٠٦T٠٧:٠٨:٠٩Z"
      })
  void otherTextsAreRejected(String text) {
    assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> Instants.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "2031-05-06T07:08:09.1234567890Z, 2031-05-06T07:08:09.123456789Z",
    "2031-05-06T07:08:09.999999999999Z, 2031-05-06T07:08:09.999999999Z",
    "2031-05-06T07:08:09.1234567891+02:00, 2031-05-06T05:08:09.123456789Z",
    "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z",
    "2016-12-31T23:59:60.5Z, 2017-01-01T00:00:00Z",
    "2017-01-01T08:59:60+09:00, 2017-01-01T00:00:00Z",
    "2016-12-31T23:59:60.1234567890123z, 2017-01-01T00:00:00Z"
  })
  void readsWhatRfc3339AllowsBeyondTheJdk(String text, Instant instant) {
    assertThat(Instants.parse(text)).isEqualTo(instant);
  }

  @Test
  void agreesWithTheJdkOnRandomInstants() {
    Random random = new Random(20_310_506);
    long first = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    long last = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    for (int i = 0; i < 20_000; i++) {
      long second = first + (long) (random.nextDouble() * (last - first));
      int digits = random.nextInt(10);
      int unit = (int) Math.pow(10, 9 - digits);
      int nanos = digits == 0 ? 0 : random.nextInt(1_000_000_000) / unit * unit;
      Instant instant = Instant.ofEpochSecond(second, nanos);

      assertThat(Instants.parse(instant.toString())).isEqualTo(instant);
    }
  }

  @Test
  void agreesWithTheJdkOnDamagedInstants() {
    Random random = new Random(7);
    String alphabet = "0123456789-:.TtZz+ x";
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder("2031-05-06T07:08:09.123Z");
      for (int damage = random.nextInt(3); damage >= 0; damage--) {
        text.setCharAt(
            random.nextInt(text.length()), alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(orNull(text.toString(), Instants::parse))
          .describedAs(text.toString())
          .isEqualTo(orNull(text.toString(), InstantsTest::byTheJdk));
    }
  }

  @Test
  void agreesWithTheJdkOnOffsets() {
    Random random = new Random(42);
    for (int i = 0; i < 5_000; i++) {
      OffsetDateTime time =
          OffsetDateTime.ofInstant(
              Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
              ZoneOffset.ofTotalSeconds(60 * (random.nextInt(2 * 18 * 60) - 18 * 60)));

      assertThat(Instants.parse(time.toString())).isEqualTo(time.toInstant());
    }
  }

  private interface Reading {
    Instant read(String text);
  }

  private static Instant orNull(String text, Reading reading) {
    try {
      return reading.read(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
