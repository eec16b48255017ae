package canon.cpp.cloudservice.testing.internal.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.testing.internal.wire.FieldError.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  @ParameterizedTest
  @CsvSource({
    // dots are ignored only at Google's own domains
    "John.Doe@gmail.com, johndoe@gmail.com",
    "j.o.h.n@GMAIL.com, john@gmail.com",
    "John.Doe@googlemail.com, johndoe@googlemail.com",
    "John.Doe@contoso.com, john.doe@contoso.com",
    "John.Doe@mail.gmail.com, john.doe@mail.gmail.com",
    "john.doe@notgmail.com, john.doe@notgmail.com",
    // a tag is kept; its dots are dots of the address too
    "John.Doe+Press.1@gmail.com, johndoe+press1@gmail.com",
    "john+press.1@contoso.com, john+press.1@contoso.com",
    // lower case, whatever the locale of the machine
    "JILL@CONTOSO.COM, jill@contoso.com",
    "ÅSA@contoso.com, åsa@contoso.com",
    "ΣΊΣΥΦΟΣ@contoso.com, σίσυφος@contoso.com",
    // international domains are kept as A-labels
    "info@Bücher.example, info@xn--bcher-kva.example",
    "info@XN--BCHER-KVA.example, info@xn--bcher-kva.example",
    "info@例え.テスト, info@xn--r8jz45g.xn--zckzah",
    "john.doe@ｇｍａｉｌ.com, johndoe@gmail.com",
    "info@contoso。com, info@contoso.com",
    // IDNA2008: letters that IDNA2003 turned into others keep their own domain
    "info@faß.de, info@xn--fa-hia.de",
    "info@fass.de, info@fass.de",
    "info@βόλος.example, info@xn--nxasmm1c.example",
    "info@βόλοσ.example, info@xn--nxasmq6b.example",
    "info@xn--mgba3gch31f060k.example, info@xn--mgba3gch31f060k.example",
    // scripts and letters that Unicode got after IDNA2003
    "info@ⵜⵉⴼⵉⵏⴰⵖ.example, info@xn--4ljxa2bb4a6bxb.example",
    "info@\ud83a\udd22\ud83a\udd23\ud83a\udd24.example, info@xn--9d6hcd.example",
    "ⵜⵉⴼⵉⵏⴰⵖ@contoso.com, ⵜⵉⴼⵉⵏⴰⵖ@contoso.com",
    "\ud83a\udd00@contoso.com, \ud83a\udd22@contoso.com",
    // characters that are allowed beside certain others
    "gal·la@contoso.com, gal·la@contoso.com",
    "プリンター・室@contoso.com, プリンター・室@contoso.com",
    "straße@contoso.com, straße@contoso.com",
    // allowed by RFC 5322 without quotation marks
    "o'neil/x=y@contoso.com, o'neil/x=y@contoso.com",
    "!#$%&*-?^_`{|}~@contoso.com, !#$%&*-?^_`{|}~@contoso.com",
    "a@b.c, a@b.c",
    "john@1.2.3.contoso.com, john@1.2.3.contoso.com",
  })
  void hasOneCanonicalForm(String typed, String canonical) {
    Address address = Address.parse(typed);

    assertThat(address.canonical()).isEqualTo(canonical);
    assertThat(address.typed()).isEqualTo(typed);
    assertThat(Address.parse(canonical).canonical()).isEqualTo(canonical);
  }

  @Test
  void composedAndDecomposedLettersAreEqual() {
    String composed = "jos\u00e9@contoso.com";
    String decomposed = "jose\u0301@contoso.com";

    assertThat(Address.parse(decomposed).canonical()).isEqualTo(composed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "john",
        "john@",
        "@contoso.com",
        "john@doe@contoso.com",
        "\"john doe\"@contoso.com",
        "\"john\"@contoso.com",
        "john doe@contoso.com",
        " john@contoso.com",
        "john@contoso.com ",
        "john@ contoso.com",
        "john\u00a0doe@contoso.com",
        "john\u200bdoe@contoso.com",
        "john\u202edoe@contoso.com",
        "john\ud800@contoso.com",
        "john\u0000@contoso.com",
        "john@contoso.com\r\nBcc: all@contoso.com",
        ".john@contoso.com",
        "john.@contoso.com",
        "jo..hn@contoso.com",
        ".@gmail.com",
        "...@gmail.com",
        "john(comment)@contoso.com",
        "John Doe <john@contoso.com>",
        "mailto:john@contoso.com",
        "john,jane@contoso.com",
        "john\\doe@contoso.com",
        "john@[192.0.2.1]",
        "john@contoso",
        "john@.contoso.com",
        "john@contoso..com",
        "john@contoso.com.",
        "john@-contoso.com",
        "john@contoso-.com",
        "john@con_toso.com",
        "john@con/toso.com",
        "john@con%74oso.com",
        "john@\u00ad.com",
        "john＠contoso.com",
        "“john@contoso.com”",
        "\u201cjohn@contoso.com",
        "john@contoso.com\u201d",
        "john@xn--com-9o0a",
        "john@contoso.xn--com-9o0a",
        "jo\u00adhn@contoso.com",
        "john@con\u00adtoso.com",
        "john@con\u200btoso.com",
        "john@contoso\ufe0f.com",
        "john@contoso\u2060.com",
        "jo\u3164hn@contoso.com",
        "jo\u2800hn@contoso.com",
        "jo\ufffdhn@contoso.com",
        "ｊｏｈｎ@contoso.com",
        "jo\u2032hn@contoso.com",
        "john@conto\u2032so.com",
        "john\ud83d\ude00@contoso.com",
        "john@i♥ny.example",
        "john@xn--iny-zx5a.example",
        "john\u0378@contoso.com",
        "john@contoso\u0378.com",
        "john\ue000@contoso.com",
        "john\u1100@contoso.com",
        "john\u0640@contoso.com",
        "john·@contoso.com",
        "john・@contoso.com",
        "john\u0661\u06f1@contoso.com",
        "john@\u0661\u06f1.example",
        "john@ab--cd.example",
        "john@xn--.example",
        "john@xn--a.example",
        "john@aא.example",
        "john@contoso＠x.com",
      })
  void rejectsOtherFormsOfAddresses(String typed) {
    assertThatThrownBy(() -> Address.parse(typed))
        .isInstanceOfSatisfying(
            InvalidAddressException.class, e -> assertThat(e.code()).isEqualTo(Code.MALFORMED))
        .hasMessageNotContaining("john");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", "\u3000"})
  void rejectsABlankText(String typed) {
    assertThatThrownBy(() -> Address.parse(typed))
        .isInstanceOfSatisfying(
            InvalidAddressException.class, e -> assertThat(e.code()).isEqualTo(Code.BLANK));
  }

  @Test
  void has254CharactersAtMost() {
    String longest = "a".repeat(254 - "@contoso.com".length()) + "@contoso.com";

    assertThat(Address.parse(longest).canonical()).hasSize(254);
    assertThatThrownBy(() -> Address.parse("a" + longest))
        .isInstanceOfSatisfying(
            InvalidAddressException.class, e -> assertThat(e.code()).isEqualTo(Code.TOO_LONG));
  }

  @Test
  void countsCodePoints() {
    String pair = "\ud840\udc00";
    String longest = pair.repeat(254 - "@contoso.com".length()) + "@contoso.com";

    assertThat(Address.parse(longest).canonical()).isEqualTo(longest);
  }

  @Test
  void rejectsATooLongCanonicalForm() {
    String domain = "ü".repeat(20) + ".example";
    String typed = "a".repeat(254 - 1 - domain.length()) + "@" + domain;

    assertThatThrownBy(() -> Address.parse(typed))
        .isInstanceOfSatisfying(
            InvalidAddressException.class, e -> assertThat(e.code()).isEqualTo(Code.TOO_LONG));
  }

  @Test
  void rejectsALabelThatIsTooLong() {
    assertThatThrownBy(() -> Address.parse("john@" + "a".repeat(64) + ".com"))
        .isInstanceOf(InvalidAddressException.class);
  }
}
