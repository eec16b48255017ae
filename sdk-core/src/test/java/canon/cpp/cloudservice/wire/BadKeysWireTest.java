package canon.cpp.cloudservice.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.PageToken;
import canon.cpp.cloudservice.errors.InvalidRequestException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.harness.ExecutionMode;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid addresses, keys and names are rejected before anything is sent. */
class BadKeysWireTest {
  @RegisterExtension static final WireService service = new WireService();

  private final CloudServiceClient client = service.client();

  private final List<Function<String, Call<?>>> takingAnAddress =
      List.of(
          address -> client.users().add(address), address -> client.administrators().add(address));

  private final List<Function<String, Call<?>>> takingAMemberKey =
      List.of(
          key -> client.users().get(key),
          key -> client.users().find(key),
          key -> client.users().remove(key).fromEveryList(),
          key -> client.users().remove(key).from(Application.DASHBOARD),
          key -> client.administrators().get(key),
          key -> client.administrators().find(key),
          key -> client.administrators().remove(key));

  private final List<Consumer<String>> takingAPrinterKey =
      List.of(
          key -> assertThat(client.printers().get(key)).isNotNull(),
          key -> assertThat(client.printers().find(key)).isNotNull(),
          key -> assertThat(client.printers().remove(key)).isNotNull());

  @AfterEach
  void nothingWasSent() {
    assertThat(service.requests()).isEmpty();
  }

  static Stream<Arguments> badAddresses() {
    return Stream.of(
        Arguments.of("@contoso.com", "has nothing before the @"),
        Arguments.of("john@", "has no domain after the @"),
        Arguments.of("john@doe@contoso.com", "has a second @ at position 9"),
        Arguments.of("john doe@contoso.com", "a space (U+0020) at position 5"),
        Arguments.of(" john@contoso.com", "a space (U+0020) at position 1"),
        Arguments.of("john@contoso.com ", "a space (U+0020) at position 17"),
        Arguments.of("john\u00A0doe@contoso.com", "a space (U+00A0)"),
        Arguments.of("“john@contoso.com”", "a quotation mark (U+201C) at position 1"),
        Arguments.of("\"john\"@contoso.com", "a quotation mark (U+0022) at position 1"),
        Arguments.of("jo\u200Bhn@contoso.com", "an invisible character (U+200B)"),
        Arguments.of("john@cont\u00ADoso.com", "an invisible character (U+00AD)"),
        Arguments.of("john@contoso.com\n", "a control character (U+000A)"),
        Arguments.of("john\u0000@contoso.com", "a control character (U+0000)"),
        Arguments.of("john\u0085@contoso.com", "a control character (U+0085)"),
        Arguments.of("john\uD83D@contoso.com", "an unpaired surrogate"),
        Arguments.of(address(255), "has 255 characters, but at most 254"));
  }

  static Stream<Arguments> badNewAddresses() {
    return Stream.concat(
        badAddresses(),
        Stream.of(
            Arguments.of("", "is blank"),
            Arguments.of(" \t", "is blank"),
            Arguments.of("john", "has no @")));
  }

  static Stream<Arguments> badMemberKeys() {
    return Stream.concat(
        badAddresses(),
        Stream.of(
            Arguments.of("", "must not be blank"),
            Arguments.of(" \t", "must not be blank"),
            Arguments.of("usr_1\n", "must not contain control characters"),
            Arguments.of(".", "must not consist of dots only"),
            Arguments.of("..", "must not consist of dots only"),
            Arguments.of("x".repeat(255), "at most 254 characters, but has 255")));
  }

  @ParameterizedTest
  @MethodSource("badNewAddresses")
  void anInvalidAddressFailsTheCallBeforeItIsSent(String address, String words) {
    for (Function<String, Call<?>> call : takingAnAddress) {
      isInvalid(call.apply(address), "email", words);
    }
  }

  @ParameterizedTest
  @MethodSource("badMemberKeys")
  void anInvalidMemberKeyFailsTheCallBeforeItIsSent(String key, String words) {
    for (Function<String, Call<?>> call : takingAMemberKey) {
      isInvalid(call.apply(key), "userKey|administratorKey", words);
    }
  }

  private static void isInvalid(Call<?> call, String field, String words) {
    for (ExecutionMode mode : ExecutionMode.values()) {
      var failure = mode.failure(InvalidRequestException.class, call);

      assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(failure.code()).isEqualTo(ProblemCode.VALIDATION_FAILED);
      assertThat(failure.attempts()).isEmpty();
      assertThat(failure.isTransient()).isFalse();
      assertThat(failure)
          .hasMessageStartingWith("The request was not sent")
          .hasMessageContaining(words)
          .hasMessageNotContaining("doe");
      assertThat(failure.fieldErrors())
          .singleElement()
          .satisfies(
              error -> {
                assertThat(error.field()).matches(field);
                assertThat(error.message()).contains(words);
              });
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
  void anInvalidPrinterKeyIsRejected(String key, String words) {
    for (Consumer<String> call : takingAPrinterKey) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> call.accept(key))
          .withMessageContaining("printerKey")
          .withMessageContaining(words);
    }
  }

  @Test
  void nullIsRejected() {
    Stream.of(takingAnAddress, takingAMemberKey)
        .flatMap(List::stream)
        .forEach(
            call ->
                assertThatNullPointerException()
                    .isThrownBy(() -> call.apply(null))
                    .withMessageMatching("email|userKey|administratorKey"));
    takingAPrinterKey.forEach(
        call ->
            assertThatNullPointerException()
                .isThrownBy(() -> call.accept(null))
                .withMessage("printerKey"));
  }

  @Test
  void theLongestPrinterKeyIsAccepted() {
    takingAPrinterKey.forEach(call -> call.accept("🖨".repeat(64)));
  }

  @ParameterizedTest
  @MethodSource("badFilters")
  void anInvalidFilterOrPageTokenIsRejected(String text, String words) {
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
  void aPrinterKeyOfDotsIsRejected(String key) {
    for (Consumer<String> call : takingAPrinterKey) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> call.accept(key))
          .withMessageContaining("Key must not consist of dots only");
    }
  }
}
