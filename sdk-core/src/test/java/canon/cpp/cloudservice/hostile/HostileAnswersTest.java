package canon.cpp.cloudservice.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.harness.ExecutionMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostileAnswersTest {

  @Test
  void everyOperationOfTheContractIsTried() {
    assertThat(EveryCall.ALL.stream().map(EveryCall::operation).distinct())
        .hasSameElementsAs(ContractAnswers.successes().keySet());
    assertThat(ContractAnswers.successes().values()).noneMatch(List::isEmpty);
    assertThat(ContractAnswers.problems()).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void anyResponseEndsTheCallWithAResultOrAnExceptionOfTheLibrary(ExecutionMode mode) {
    Cases.each(
        2_500,
        random -> {
          EveryCall call = HostileStrings.one(random, EveryCall.ALL);
          Oracle.holds(call, mode, HostileAnswers.several(random, call.operation()));
        });
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void anyResponseToARefreshedTokenEndsTheCall(ExecutionMode mode) {
    Cases.each(
        300,
        random -> {
          EveryCall call = HostileStrings.one(random, EveryCall.ALL);
          List<HostileAnswer> answers = new ArrayList<>();
          answers.add(HostileAnswers.rejection(random));
          answers.addAll(HostileAnswers.several(random, call.operation()));
          Oracle.holdsWithFreshTokens(call, mode, answers);
        });
  }
}
