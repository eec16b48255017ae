package canon.cpp.cloudservice.errors;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.harness.PageTables;
import canon.cpp.cloudservice.wire.ContractProblems;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/errors.md} lists every exception, code, kind and reason, and no others. */
class ErrorsPageTest {
  private static final Set<String> OUTSIDE_OF_CALLS =
      Set.of(
          "IllegalArgumentException",
          "IllegalStateException",
          "NullPointerException",
          "InvalidEmailAddressException");

  private final PageTables page = PageTables.of("errors.md");

  @Test
  void everyExceptionIsListed() {
    assertThat(page.headed("exception").keySet())
        .containsExactlyInAnyOrderElementsOf(quoted(exceptions().stream()));
  }

  @Test
  void everyListedExceptionExists() {
    assertThat(Pattern.compile("\\w+Exception").matcher(page.text()).results())
        .extracting(MatchResult::group)
        .isSubsetOf(
            Stream.concat(OUTSIDE_OF_CALLS.stream(), exceptions().stream())
                .collect(Collectors.toSet()));
  }

  @Test
  void everyCodeOfTheContractIsListedWithItsStatus() throws IOException {
    Map<String, Integer> contract = ContractProblems.statuses();

    Map<String, List<String>> codes = page.headed("code");

    assertThat(codes.keySet())
        .containsExactlyInAnyOrderElementsOf(quoted(contract.keySet().stream()));
    contract.forEach(
        (code, status) -> assertThat(codes.get("`" + code + "`").get(0)).isEqualTo("" + status));
  }

  @Test
  void everyCodeOfTheLibraryIsListed() {
    assertThat(page.headed("code").keySet())
        .containsExactlyInAnyOrderElementsOf(quoted(constants().map(ProblemCode::id)));
  }

  /** A quoted message may leave out a value as "…". */
  @Test
  void everyQuotedMessageIsOneOfTheLibrary() throws IOException {
    String literals = literalsOfTheLibrary();

    List<String> quotes =
        page.headed("message").keySet().stream()
            .flatMap(row -> Pattern.compile("\"([^\"]+)\"").matcher(row).results())
            .flatMap(quote -> Arrays.stream(quote.group(1).split(" ?… ?", -1)))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.toList());

    assertThat(quotes).isNotEmpty().allSatisfy(part -> assertThat(literals).contains(part));
  }

  private static String literalsOfTheLibrary() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      StringBuilder text = new StringBuilder();
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        text.append(Files.readString(file));
      }
      return Pattern.compile("\"\\s*\\+\\s*\"").matcher(text).replaceAll("");
    }
  }

  @Test
  void everyKindAndReasonOfAFailedSignInIsListed() {
    assertThat(page.headed("kind").keySet())
        .containsExactlyInAnyOrderElementsOf(
            quoted(
                Arrays.stream(AuthenticationErrorKind.values())
                    .map(AuthenticationErrorKind::name)));
    assertThat(page.headed("reason").keySet())
        .containsExactlyInAnyOrderElementsOf(
            quoted(Arrays.stream(SignInReason.values()).map(SignInReason::name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"exception", "code", "kind", "reason"})
  void everyRowHasASentenceForAUser(String table) {
    assertThat(page.headed(table))
        .allSatisfy(
            (name, cells) -> assertThat(cells.get(cells.size() - 1)).matches("[A-Z][^`]+[.?]"));
  }

  private static List<String> quoted(Stream<String> names) {
    return names.map(name -> "`" + name + "`").collect(Collectors.toList());
  }

  private static List<String> exceptions() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(CloudServiceException.class.getPackageName())
            .stream()
            .filter(type -> type.isAssignableTo(CloudServiceException.class))
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toList());
  }

  private static Stream<ProblemCode> constants() {
    return Arrays.stream(ProblemCode.class.getFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .map(
            field -> {
              try {
                return (ProblemCode) field.get(null);
              } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
              }
            });
  }
}
