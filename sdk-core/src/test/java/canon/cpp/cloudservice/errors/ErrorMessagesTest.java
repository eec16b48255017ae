package canon.cpp.cloudservice.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import canon.cpp.cloudservice.EmailAddress;
import canon.cpp.cloudservice.InvalidEmailAddressException;
import canon.cpp.cloudservice.harness.PageTables;
import canon.cpp.cloudservice.internal.errors.MessageBundles;
import canon.cpp.cloudservice.wire.ContractProblems;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorMessagesTest {
  private static final ResourceBundle ENGLISH = MessageBundles.of(Locale.ENGLISH);
  private static final ResourceBundle FRENCH = MessageBundles.of(Locale.FRENCH);

  /** One exception of each type; those of rejections have codes that no version knows. */
  static Stream<CloudServiceException> failures() {
    CallReport report = report(null, attempt(500, Outcome.REJECTED));
    Problem unknown = problem(409, "unheard-of");
    return Stream.of(
        new CloudServiceException(report, "log", null) {},
        new RejectedException(report, unknown),
        new InvalidRequestException(report, unknown),
        new UnauthenticatedException(report, unknown),
        new PermissionDeniedException(report, unknown),
        new NotFoundException(report, unknown),
        new ConflictException(report, unknown),
        new UnavailableException(report, "log", null, null),
        new DeadlineException(report, "log", null),
        new InterruptedCallException(report, "log", null),
        new MalformedResponseException(report, "log", null),
        new AuthenticationException(report, "log", null));
  }

  static Stream<String> keys() throws IOException {
    return Stream.of(
            exceptions().map(type -> "exception." + type),
            ContractProblems.statuses().keySet().stream().map(code -> "code." + code),
            Arrays.stream(AuthenticationErrorKind.values()).map(kind -> "kind." + kind.name()),
            Arrays.stream(SignInReason.values()).map(reason -> "reason." + reason.name()),
            Stream.of("exception.InvalidEmailAddressException", "outcome.UNKNOWN"))
        .flatMap(keys -> keys);
  }

  @Test
  void everyExceptionCodeKindAndReasonHasASentenceInBothLanguages() throws IOException {
    List<String> keys = keys().toList();

    assertThat(ENGLISH.keySet()).containsExactlyInAnyOrderElementsOf(keys);
    assertThat(FRENCH.keySet()).containsExactlyInAnyOrderElementsOf(keys);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void sentencesAreCompleteAndTranslated(String key) {
    assertThat(ENGLISH.getString(key)).matches("[A-Z][^\n]+\\.");
    assertThat(FRENCH.getString(key))
        .matches("[A-ZÀÉÊ][^\n]+\\.")
        .isNotEqualTo(ENGLISH.getString(key));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void frenchSentencesHaveFrenchTypography(String key) {
    assertThat(FRENCH.getString(key))
        .as("typographic apostrophes and quotation marks")
        .doesNotContain("'", "\"")
        .as("no-break spaces before the double marks")
        .doesNotContainPattern("(?<!\u202f)[;!?]")
        .doesNotContainPattern("(?<!\u00a0):")
        .as("accents on capitals")
        .doesNotContainPattern("\\b(A|Etat|Ecran)\\b");
  }

  @ParameterizedTest
  @CsvSource({"exception", "code", "kind", "reason"})
  void thePageHasTheEnglishSentences(String table) {
    assertThat(PageTables.of("errors.md").headed(table))
        .allSatisfy(
            (name, cells) ->
                assertThat(cells.get(cells.size() - 1))
                    .isEqualTo(ENGLISH.getString(table + "." + name.replace("`", ""))));
  }

  @Test
  void everyExceptionIsTriedHere() {
    assertThat(failures().map(failure -> nameOf(failure.getClass())))
        .containsExactlyInAnyOrderElementsOf(exceptions().toList());
  }

  @ParameterizedTest
  @MethodSource("failures")
  void anUnknownCodeHasTheSentenceOfItsType(CloudServiceException failure) {
    String key =
        failure instanceof AuthenticationException
            ? "kind.OTHER"
            : "exception." + nameOf(failure.getClass());

    assertThat(ErrorMessages.forUser(failure, Locale.UK)).isEqualTo(ENGLISH.getString(key));
    assertThat(ErrorMessages.forUser(failure, Locale.CANADA_FRENCH))
        .isEqualTo(FRENCH.getString(key));
  }

  @Test
  void aRejectionHasTheSentenceOfItsCode() {
    CloudServiceException failure =
        new ConflictException(report(null), problem(409, "last-administrator"));

    assertThat(ErrorMessages.forUser(failure, Locale.ENGLISH))
        .isEqualTo("The last administrator cannot be removed. Add another one first.");
    assertThat(ErrorMessages.forUser(failure, Locale.FRENCH))
        .isEqualTo(
            "Le dernier administrateur ne peut pas être supprimé. Ajoutez-en d’abord un autre.");
  }

  @Test
  void aCodeWithoutAnExceptionHasItsSentence() {
    assertThat(ErrorMessages.forCode(ProblemCode.RATE_LIMITED, Locale.ENGLISH))
        .isEqualTo("The service is busy. Try again in a moment.");
    assertThat(ErrorMessages.forCode(ProblemCode.of("unheard-of"), Locale.FRENCH))
        .isEqualTo("Le service ne permet pas cette opération.");
  }

  @Test
  void nothingThatWasReceivedIsShown() {
    RejectedException failure =
        new InvalidRequestException(
            report(null),
            new Problem(
                400,
                ProblemCode.of("received-code"),
                "received title",
                "received detail",
                List.of(new FieldError("received-field", "received", "received message")),
                null,
                "received-request"));

    assertThat(ErrorMessages.forUser(failure, Locale.ENGLISH)).isEqualTo("Check what you entered.");
  }

  @Test
  void theReasonOfASignInComesBeforeItsKind() {
    AuthenticationExceptionBuilder builder =
        AuthenticationException.builder(AuthenticationErrorKind.SIGN_IN_REQUIRED);

    assertThat(ErrorMessages.forUser(builder.build(), Locale.ENGLISH)).isEqualTo("Sign in again.");
    assertThat(
            ErrorMessages.forUser(
                builder.reason(SignInReason.PASSWORD_EXPIRED).build(), Locale.ENGLISH))
        .isEqualTo("Change your password, then sign in again.");
  }

  @Test
  void throttlingIsNotReportedAsAFailedNetwork() {
    CloudServiceException failure =
        new UnavailableException(
            report(null, attempt(503, Outcome.REJECTED), attempt(429, Outcome.REJECTED)),
            "log",
            Duration.ofSeconds(5),
            null);

    assertThat(ErrorMessages.forUser(failure, Locale.ENGLISH))
        .isEqualTo("The service is busy. Try again in a moment.");
  }

  @Test
  void aChangeThatMayHaveTakenEffectIsSaid() {
    CallReport change = report("key-1", new Attempt("lost", Outcome.UNKNOWN, Duration.ZERO));
    CallReport read = report(null, new Attempt("lost", Outcome.UNKNOWN, Duration.ZERO));

    assertThat(ErrorMessages.forUser(unavailable(change), Locale.ENGLISH))
        .isEqualTo(
            "The service cannot be reached. Try again later."
                + " It is not known whether the change was made. Check this before you repeat it.");
    assertThat(ErrorMessages.forUser(unavailable(read), Locale.ENGLISH))
        .isEqualTo("The service cannot be reached. Try again later.");
  }

  @Test
  void theCauseOfAFutureIsUsed() {
    CloudServiceException failure = unavailable(report(null));
    String expected = ErrorMessages.forUser(failure, Locale.FRENCH);

    assertThat(ErrorMessages.forUser(new CompletionException(failure), Locale.FRENCH))
        .isEqualTo(expected);
    assertThat(
            ErrorMessages.forUser(
                new ExecutionException(new CompletionException(failure)), Locale.FRENCH))
        .isEqualTo(expected);
    assertThat(ErrorMessages.forUser(new CompletionException("x", null), Locale.ENGLISH))
        .isEqualTo("This could not be done.");
  }

  @Test
  void exceptionsOutsideOfCallsHaveASentence() {
    InvalidEmailAddressException notAnAddress =
        catchThrowableOfType(InvalidEmailAddressException.class, () -> EmailAddress.parse("john"));

    assertThat(ErrorMessages.forUser(notAnAddress, Locale.ENGLISH))
        .isEqualTo("This is not an e-mail address. Check what you entered.");
    assertThat(ErrorMessages.forUser(new IllegalStateException("closed"), Locale.ENGLISH))
        .isEqualTo("This could not be done.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "en", "nl", "frr", "ja-JP"})
  void otherLanguagesThanFrenchHaveEnglish(String tag) {
    assertThat(MessageBundles.of(Locale.forLanguageTag(tag))).isSameAs(ENGLISH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "fr-CH", "fr-CA"})
  void everyFrenchLocaleHasFrench(String tag) {
    assertThat(MessageBundles.of(Locale.forLanguageTag(tag))).isSameAs(FRENCH);
  }

  @Test
  void aHostReplacesAndAddsSentences() {
    ResourceBundle ours =
        bundle(
            """
            code.rate-limited = Even geduld.
            code.unheard-of = Unheard of.
            outcome.UNKNOWN = Controleer dit.
            """);
    CallReport change = report("key-1", new Attempt("lost", Outcome.UNKNOWN, Duration.ZERO));

    assertThat(
            ErrorMessages.forUser(
                new RejectedException(report(null), problem(429, "rate-limited")),
                Locale.ENGLISH,
                ours))
        .isEqualTo("Even geduld.");
    assertThat(
            ErrorMessages.forUser(
                new ConflictException(report(null), problem(409, "unheard-of")),
                Locale.ENGLISH,
                ours))
        .isEqualTo("Unheard of.");
    assertThat(ErrorMessages.forUser(unavailable(change), Locale.FRENCH, ours))
        .isEqualTo(FRENCH.getString("exception.UnavailableException") + " Controleer dit.");
  }

  @Test
  void nullArgumentsAreRejected() {
    assertThatNullPointerException()
        .isThrownBy(() -> ErrorMessages.forUser(null, Locale.ENGLISH))
        .withMessage("failure");
    assertThatNullPointerException()
        .isThrownBy(() -> ErrorMessages.forUser(new RuntimeException(), null))
        .withMessage("locale");
    assertThatNullPointerException()
        .isThrownBy(() -> ErrorMessages.forUser(new RuntimeException(), Locale.ENGLISH, null))
        .withMessage("overrides");
    assertThatNullPointerException()
        .isThrownBy(() -> ErrorMessages.forCode(null, Locale.ENGLISH))
        .withMessage("code");
    assertThatNullPointerException()
        .isThrownBy(() -> ErrorMessages.forCode(ProblemCode.NOT_FOUND, null))
        .withMessage("locale");
  }

  private static Stream<String> exceptions() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(CloudServiceException.class.getPackageName())
            .stream()
            .filter(type -> type.isAssignableTo(CloudServiceException.class))
            .map(JavaClass::getSimpleName);
  }

  private static String nameOf(Class<?> type) {
    return type.isAnonymousClass() ? nameOf(type.getSuperclass()) : type.getSimpleName();
  }

  private static ResourceBundle bundle(String text) {
    try {
      return new PropertyResourceBundle(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CloudServiceException unavailable(CallReport report) {
    return new UnavailableException(report, "log", null, null);
  }

  private static Problem problem(int status, String code) {
    return new Problem(status, ProblemCode.of(code), "title", null, List.of(), null, "req_1");
  }

  private static Attempt attempt(int status, Outcome outcome) {
    return new Attempt("" + status, outcome, Duration.ZERO, status, null);
  }

  private static CallReport report(String key, Attempt... attempts) {
    return new CallReport(
        "addUser",
        "POST /v1/users",
        key,
        List.of(attempts),
        Duration.ZERO,
        Duration.ofSeconds(1),
        null);
  }
}
