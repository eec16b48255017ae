package canon.cpp.cloudservice.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.PageToken;
import canon.cpp.cloudservice.errors.InvalidRequestException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.hostile.EveryCall;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Invalid addresses, keys and names are rejected before anything is sent. */
class BadKeysWireTest {
  @RegisterExtension static final WireService service = new WireService();

  static final List<EveryCall> MEMBER_KEYS = EveryCall.withParameter("userKey", "administratorKey");
  static final List<EveryCall> PRINTER_KEYS = EveryCall.withParameter("printerKey");

  private final CloudServiceClient client = service.client();

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

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource
  void anInvalidAddressFailsTheCallBeforeItIsSent(EveryCall call, String address, String reason) {
    isInvalid(call.on(client, address), "email", reason);
  }

  static Stream<Arguments> anInvalidAddressFailsTheCallBeforeItIsSent() {
    return each(EveryCall.addingAnAddress(), badNewAddresses());
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource
  void anInvalidMemberKeyFailsTheCallBeforeItIsSent(EveryCall call, String key, String reason) {
    isInvalid(call.on(client, key), "userKey|administratorKey", reason);
  }

  static Stream<Arguments> anInvalidMemberKeyFailsTheCallBeforeItIsSent() {
    return each(MEMBER_KEYS, badMemberKeys());
  }

  /** Each call with each invalid text and its reason. */
  private static Stream<Arguments> each(List<EveryCall> calls, Stream<Arguments> texts) {
    List<Arguments> all = texts.toList();
    return calls.stream()
        .flatMap(
            call -> all.stream().map(text -> Arguments.of(call, text.get()[0], text.get()[1])));
  }

  private static void isInvalid(Call<?> call, String field, String words) {
    assertThat(ExecutionMode.values()).allSatisfy(mode -> isInvalid(call, mode, field, words));
  }

  private static void isInvalid(Call<?> call, ExecutionMode mode, String field, String words) {
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

  static Stream<Arguments> badPrinterKeys() {
    return Stream.of(
        Arguments.of("", "must not be blank"),
        Arguments.of(" ", "must not be blank"),
        Arguments.of("VP\r\n1001", "must not contain control characters"),
        Arguments.of("VP\uDDA8", "an unpaired surrogate"),
        Arguments.of("9".repeat(65), "at most 64 characters, but has 65"),
        Arguments.of(".", "must not consist of dots only"),
        Arguments.of("..", "must not consist of dots only"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource
  void anInvalidPrinterKeyIsRejected(EveryCall call, String key, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> call.on(client, key))
        .withMessageContaining("printerKey")
        .withMessageContaining(reason);
  }

  static Stream<Arguments> anInvalidPrinterKeyIsRejected() {
    return each(PRINTER_KEYS, badPrinterKeys());
  }

  @ParameterizedTest
  @MethodSource
  void nullIsRejected(EveryCall call) {
    assertThatNullPointerException()
        .isThrownBy(() -> call.on(client, null))
        .withMessageMatching("email|userKey|administratorKey|printerKey");
  }

  static Stream<EveryCall> nullIsRejected() {
    return Stream.of(EveryCall.addingAnAddress(), MEMBER_KEYS, PRINTER_KEYS).flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource
  void theLongestPrinterKeyIsAccepted(EveryCall call) {
    assertThat(call.on(client, "🖨".repeat(64))).isNotNull();
  }

  static List<EveryCall> theLongestPrinterKeyIsAccepted() {
    return PRINTER_KEYS;
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
}
