package canon.cpp.cloudservice.testing.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokensTest {
  private static final String SCOPE = "listUsers\nsit_000001\nfilter";
  private static final String KEY = "john.döe@contoso.com";

  @Test
  void returnTheKeyTheyWereCreatedFrom() {
    assertThat(PageTokens.open(SCOPE, PageTokens.seal(SCOPE, KEY))).contains(KEY);
  }

  @Test
  void areEqualForTheSamePosition() {
    assertThat(PageTokens.seal(SCOPE, KEY)).isEqualTo(PageTokens.seal(SCOPE, KEY));
  }

  @Test
  void areRejectedForAnotherList() {
    assertThat(PageTokens.open(SCOPE + "x", PageTokens.seal(SCOPE, KEY))).isEmpty();
  }

  @Test
  void doNotRevealTheKey() {
    byte[] token = Base64.getUrlDecoder().decode(PageTokens.seal(SCOPE, KEY));

    assertThat(new String(token, StandardCharsets.ISO_8859_1)).doesNotContain("contoso");
  }

  @Test
  void areRejectedWithAnyChangedCharacter() {
    String token = PageTokens.seal(SCOPE, KEY);
    for (int i = 0; i < token.length(); i++) {
      for (char other : "ABab01-_".toCharArray()) {
        if (other != token.charAt(i)) {
          String forged = token.substring(0, i) + other + token.substring(i + 1);
          assertThat(PageTokens.open(SCOPE, forged)).as(forged).isEmpty();
        }
      }
    }
  }

  @Test
  void areRejectedWhenTruncated() {
    String token = PageTokens.seal(SCOPE, KEY);
    for (int length = 0; length < token.length(); length++) {
      assertThat(PageTokens.open(SCOPE, token.substring(0, length))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "x", "====", "ä", "AAAA\n", "../../etc/passwd", "null", "A+/="})
  void areRejectedWhenInvented(String token) {
    assertThat(PageTokens.open(SCOPE, token)).isEmpty();
  }

  @Test
  void areRejectedWhenTooLong() {
    assertThat(PageTokens.open(SCOPE, "A".repeat(100_000))).isEmpty();
  }
}
