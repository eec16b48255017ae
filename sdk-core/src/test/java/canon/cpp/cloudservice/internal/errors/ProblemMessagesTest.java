package canon.cpp.cloudservice.internal.errors;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.errors.Problem;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.wire.ContractProblems;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemMessagesTest {
  private static final String TITLE = "title-of-the-server";

  @Test
  void everyCodeOfTheContractIsAConstantAndHasItsOwnMessage() throws IOException {
    List<String> ids = constants().map(ProblemCode::id).toList();

    assertThat(ids).containsExactlyElementsOf(ContractProblems.statuses().keySet());
    assertThat(ids.stream().map(id -> ProblemMessages.message(problem(id, TITLE, null))))
        .doesNotHaveDuplicates()
        .allSatisfy(
            message ->
                assertThat(message)
                    .startsWith("The service rejected: ")
                    .matches(".*\\w\\. .*")
                    .doesNotContain(TITLE));
  }

  @Test
  void anUnknownCodeIsExplainedByTheTitleOfTheProblem() {
    assertThat(ProblemMessages.message(problem("moon-phase", "Wait for the moon", "req_1")))
        .isEqualTo("The service rejected: Wait for the moon (400 moon-phase, request req_1)");
    assertThat(ProblemMessages.message(problem("moon-phase", "", null)))
        .isEqualTo("The service rejected: it gave no reason. (400 moon-phase)");
  }

  @ParameterizedTest
  @ValueSource(chars = {'\n', '\r', '\0', '\u0085', '\u2028', '\u2029', '\u202E', '\uFEFF'})
  void textsOfTheServiceCannotAddALine(char odd) {
    String text = "a" + odd + "b";

    assertThat(ProblemMessages.message(problem(text, text, text)))
        .isEqualTo("The service rejected: a?b (400 a?b, request a?b)");
  }

  private static Problem problem(String code, String title, String requestId) {
    return new Problem(400, ProblemCode.of(code), title, "detail", List.of(), null, requestId);
  }

  private static Stream<ProblemCode> constants() {
    List<ProblemCode> constants = new ArrayList<>();
    for (var field : ProblemCode.class.getDeclaredFields()) {
      if (Modifier.isPublic(field.getModifiers()) && field.getType() == ProblemCode.class) {
        try {
          constants.add((ProblemCode) field.get(null));
        } catch (IllegalAccessException e) {
          throw new AssertionError(e);
        }
      }
    }
    return constants.stream();
  }
}
