package canon.cpp.cloudservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "john@contoso.com",
        "  john@contoso.com\t\n",
        "\u00a0\u3000john@contoso.com\u2003\u200b",
        "\ufeffjohn@contoso.com",
        "<john@contoso.com>",
        "John Doe <john@contoso.com>",
        "\"Doe, John\" <john@contoso.com>",
        "“John” <john@contoso.com>;",
        "John <Jack> Doe < john@contoso.com >",
        "boss@contoso.com <john@contoso.com>",
        "mailto:john@contoso.com",
        "MAILTO:john@contoso.com?subject=Hello",
        "<mailto:john@contoso.com>",
        "john@contoso.com;",
        "john@contoso.com, ",
        "john@contoso.com ; ,;"
      })
  void usualFormsAreRecognised(String text) {
    assertThat(EmailAddress.parse(text).value()).isEqualTo("john@contoso.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "John.Doe+Tag@GoogleMail.com",
        "o'brien@contoso.com",
        "jürgen@müller.example",
        "用户@例子.公司",
        "a@b",
        "👩@contoso.com"
      })
  void theAddressIsKeptAsTyped(String text) {
    assertThat(EmailAddress.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                        | 0  | The address is blank",
        "' \u200b '                | 3  | The address is blank",
        "<>                        | 1  | The address is blank",
        "john                      | 4  | The address has no @",
        "@contoso.com              | 0  | The address has nothing before the @",
        "john@                     | 5  | The address has no domain after the @",
        "john doe@contoso.com      | 4  | a space (U+0020) at position 5",
        "john\u00a0doe@contoso.com | 4  | a space (U+00A0) at position 5",
        "“john@contoso.com”        | 0  | a quotation mark (U+201C) at position 1",
        "jo\u200bhn@contoso.com    | 2  | an invisible character (U+200B) at position 3",
        "jo\u0007hn@contoso.com    | 2  | a control character (U+0007) at position 3",
        "a@b.com;c@d.com           | 9  | a second @ at position 10",
        "John <jo hn@contoso.com>  | 8  | a space (U+0020) at position 9",
        "john\ud83d@contoso.com    | 4  | an unpaired surrogate"
      })
  void anInvalidAddressIsReportedWithThePosition(String text, int index, String words) {
    var failure =
        catchThrowableOfType(InvalidEmailAddressException.class, () -> EmailAddress.parse(text));

    assertThat(failure).hasMessageContaining(words).hasMessageNotContaining("contoso");
    assertThat(failure.index()).isEqualTo(index);
  }

  @Test
  void anAddressMayHave254Characters() {
    String longest = "x".repeat(254 - "@contoso.com".length()) + "@contoso.com";

    assertThat(EmailAddress.parse(longest).value()).isEqualTo(longest);
    assertThat(
            catchThrowableOfType(
                InvalidEmailAddressException.class, () -> EmailAddress.parse("x" + longest)))
        .hasMessageContaining("has 255 characters");
  }

  @Test
  void valuesWithTheSameTextAreEqual() {
    assertThat(EmailAddress.parse("<a@b>")).isEqualTo(EmailAddress.parse("a@b"));
    assertThat(EmailAddress.parse("a@b")).hasSameHashCodeAs(EmailAddress.parse("a@b;"));
    assertThat(EmailAddress.parse("a@b")).isNotEqualTo(EmailAddress.parse("A@b"));
  }

  @Test
  void nullIsRejected() {
    assertThatNullPointerException().isThrownBy(() -> EmailAddress.parse(null));
  }
}
