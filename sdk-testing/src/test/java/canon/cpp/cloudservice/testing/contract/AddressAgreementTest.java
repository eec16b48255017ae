package canon.cpp.cloudservice.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.EmailAddress;
import canon.cpp.cloudservice.InvalidEmailAddressException;
import canon.cpp.cloudservice.testing.internal.membership.Address;
import canon.cpp.cloudservice.testing.internal.membership.InvalidAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract, the client and the fake on the same addresses (D6). The contract and the client
 * reject a short list that is fixed for ever; the fake, as the service, rejects that and more.
 */
class AddressAgreementTest {
  private static final Pattern CONTRACT = Pattern.compile(Contract.load().pattern("Email"));

  @Test
  void theCanonicalFormHasTheSamePattern() {
    assertThat(Contract.load().pattern("CanonicalEmail")).isEqualTo(CONTRACT.pattern());
  }

  @ParameterizedTest
  @CsvSource({
    "john@contoso.com, john@contoso.com",
    "John.Doe@gmail.com, johndoe@gmail.com",
    "o'neil@contoso.com, o'neil@contoso.com",
    "a@faß.de, a@xn--fa-hia.de",
    "a@fass.de, a@fass.de",
    "josé@Bücher.example, josé@xn--bcher-kva.example",
    "山田@例え.テスト, 山田@xn--r8jz45g.xn--zckzah",
    "a@ⵜⵉⴼⵉⵏⴰⵖ.example, a@xn--4ljxa2bb4a6bxb.example",
    "\ud83a\udd22@\ud83a\udd22\ud83a\udd23\ud83a\udd24.example, \ud83a\udd22@xn--9d6hcd.example",
  })
  void allAcceptAddressesInAnyScript(String address, String canonical) {
    assertThat(contractAccepts(address)).isTrue();
    assertThat(clientAccepts(address)).isTrue();
    assertThat(Address.parse(address).canonical()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u201cjohn@contoso.com\u201d",
        "john@contoso.com\u201d",
        "\u2018john@contoso.com\u2019",
        "\u00abjohn\u00bb@contoso.com",
        "\u300cjohn@contoso.com\u300d",
        "\"john\"@contoso.com",
        "\"john doe\"@contoso.com",
        "\"jo@hn\"@contoso.com",
        "jo\u00a0hn@contoso.com",
        "john@conto\u00a0so.com",
        "jo\u200bhn@contoso.com",
        "john@conto\u200bso.com",
        "jo\u00adhn@contoso.com",
        "john@conto\u00adso.com",
        "john@contoso.com\ufeff",
        "jo\u202ehn@contoso.com",
        "jo\u3164hn@contoso.com",
        "john\u0000@contoso.com",
        "john@contoso.com\r\nBcc: all@contoso.com",
        "john doe@contoso.com",
        "john@doe@contoso.com",
        "john",
        "@contoso.com",
        "john@",
      })
  void allRejectTheFixedList(String address) {
    assertThat(contractAccepts(address)).isFalse();
    assertThat(clientAccepts(address)).isFalse();
    assertThat(fakeAccepts(address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "john\u2032@contoso.com",
        "john@conto\u2032so.com",
        "john\ud83d\ude00@contoso.com",
        "john@i\u2665ny.example",
        "john\u0378@contoso.com",
        "john\ue000@contoso.com",
        "john@contoso.xn--com-9o0a",
        "john(comment)@contoso.com",
        "john@contoso",
        "john@con_toso.com",
        "jo..hn@contoso.com",
      })
  void onlyTheServiceRejectsWhatDependsOnUnicodeOrOnMailRules(String address) {
    assertThat(contractAccepts(address)).isTrue();
    assertThat(clientAccepts(address)).isTrue();
    assertThat(fakeAccepts(address)).isFalse();
  }

  @Test
  void contractAndClientRejectTheSameCharactersOnBothSidesAndTheFakeThemToo() {
    List<String> differences = new ArrayList<>();
    IntStream.rangeClosed(Character.MIN_VALUE, Character.MAX_VALUE)
        .filter(c -> c != '@' && !Character.isSurrogate((char) c))
        .forEach(
            c -> {
              for (String address :
                  List.of("a" + (char) c + "b@contoso.com", "ab@con" + (char) c + "toso.com")) {
                boolean accepted = contractAccepts(address);
                if (accepted != clientAccepts(address) || (!accepted && fakeAccepts(address))) {
                  differences.add(String.format("U+%04X", c));
                }
              }
            });

    assertThat(differences).isEmpty();
  }

  private static boolean contractAccepts(String address) {
    return CONTRACT.matcher(address).find();
  }

  /** The calls reject what is trimmed here, so a text must be accepted as it is. */
  private static boolean clientAccepts(String address) {
    try {
      return EmailAddress.parse(address).value().equals(address);
    } catch (InvalidEmailAddressException e) {
      return false;
    }
  }

  private static boolean fakeAccepts(String address) {
    try {
      Address unused = Address.parse(address);
      return true;
    } catch (InvalidAddressException e) {
      return false;
    }
  }
}
