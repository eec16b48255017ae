package canon.cpp.cloudservice.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.PageToken;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, keys and names that can be none are rejected where they are given. */
class BadKeysWireTest {
  @RegisterExtension static final WireService service = new WireService();

  private final CloudServiceClient client = service.client();

  private final List<Consumer<String>> takingAnAddress =
      List.of(
          address -> assertThat(client.users().add(address)).isNotNull(),
          address -> assertThat(client.administrators().add(address)).isNotNull());

  private final List<Consumer<String>> takingAMemberKey =
      List.of(
          key -> assertThat(client.users().get(key)).isNotNull(),
          key -> assertThat(client.users().find(key)).isNotNull(),
          key -> assertThat(client.users().remove(key)).isNotNull(),
          key -> assertThat(client.administrators().get(key)).isNotNull(),
          key -> assertThat(client.administrators().find(key)).isNotNull(),
          key -> assertThat(client.administrators().remove(key)).isNotNull());

  private final List<Consumer<String>> takingAPrinterKey =
      List.of(
          key -> assertThat(client.printers().get(key)).isNotNull(),
          key -> assertThat(client.printers().find(key)).isNotNull(),
          key -> assertThat(client.printers().remove(key)).isNotNull());

  @AfterEach
  void nothingArrived() {
    assertThat(service.requests()).isEmpty();
  }

  static Stream<Arguments> badAddresses() {
    return Stream.of(
        Arguments.of("", "must not be blank"),
        Arguments.of(" \t", "must not be blank"),
        Arguments.of("john", "a name, an @ and a domain"),
        Arguments.of("@contoso.com", "a name, an @ and a domain"),
        Arguments.of("john@", "a name, an @ and a domain"),
        Arguments.of("john doe@contoso.com", "without spaces"),
        Arguments.of(" john@contoso.com", "without spaces"),
        Arguments.of("john@contoso.com ", "without spaces"),
        Arguments.of("john\u00A0doe@contoso.com", "without spaces"),
        Arguments.of("john@contoso.com\n", "must not contain control characters"),
        Arguments.of("john\u0000@contoso.com", "must not contain control characters"),
        Arguments.of("john\u0085@contoso.com", "must not contain control characters"),
        Arguments.of("john\uD83D@contoso.com", "an unpaired surrogate"),
        Arguments.of(address(255), "at most 254 characters, but has 255"));
  }

  @ParameterizedTest
  @MethodSource("badAddresses")
  void noAddress(String address, String words) {
    for (Consumer<String> call : takingAnAddress) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> call.accept(address))
          .withMessageContaining("email")
          .withMessageContaining(words)
          .withMessageNotContaining("doe");
    }
  }

  @ParameterizedTest
  @MethodSource("badAddresses")
  void noKeyOfAMember(String address, String words) {
    String key = address.equals("john") ? "john@" : address;
    for (Consumer<String> call : takingAMemberKey) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> call.accept(key))
          .withMessageMatching("(?s)(userKey|administratorKey) .*")
          .withMessageContaining(words)
          .withMessageNotContaining("doe");
    }
  }

  static Stream<Arguments> badPrinterKeys() {
    return Stream.of(
        Arguments.of("", "must not be blank"),
        Arguments.of(" ", "must not be blank"),
        Arguments.of("VP\r\n1001", "must not contain control characters"),
        Arguments.of("VP\uDDA8", "an unpaired surrogate"),
        Arguments.of("9".repeat(65), "at most 64 characters, but has 65"));
  }

  @ParameterizedTest
  @MethodSource("badPrinterKeys")
  void noKeyOfAPrinter(String key, String words) {
    for (Consumer<String> call : takingAPrinterKey) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> call.accept(key))
          .withMessageContaining("printerKey")
          .withMessageContaining(words);
    }
  }

  @Test
  void nothingAtAll() {
    Stream.of(takingAnAddress, takingAMemberKey, takingAPrinterKey)
        .flatMap(List::stream)
        .forEach(
            call ->
                assertThatNullPointerException()
                    .isThrownBy(() -> call.accept(null))
                    .withMessageMatching("email|userKey|administratorKey|printerKey"));
  }

  @Test
  void theLongestThatIsAllowedIsTaken() {
    takingAnAddress.forEach(call -> call.accept(address(254)));
    takingAMemberKey.forEach(call -> call.accept(address(254)));
    takingAPrinterKey.forEach(call -> call.accept("🖨".repeat(64)));
  }

  @ParameterizedTest
  @MethodSource("badFilters")
  void noFilterAndNoPageToken(String text, String words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.users().list().emailStartingWith(text))
        .withMessageContaining("prefix")
        .withMessageContaining(words);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PageToken.of(text.repeat(100)))
        .withMessageContaining("page token");
  }

  static Stream<Arguments> badFilters() {
    return Stream.of(
        Arguments.of("", "must not be blank"),
        Arguments.of("a\u0007", "must not contain control characters"),
        Arguments.of("x".repeat(255), "at most 254 characters, but has 255"));
  }

  private static String address(int length) {
    return "x".repeat(length - "@contoso.com".length()) + "@contoso.com";
  }

  @ParameterizedTest
  @ValueSource(strings = {".", ".."})
  void noKeyThatWouldBeAStepInThePath(String key) {
    for (Consumer<String> call :
        Stream.concat(takingAMemberKey.stream(), takingAPrinterKey.stream()).toList()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> call.accept(key))
          .withMessageContaining("Key must not consist of dots only");
    }
  }
}
