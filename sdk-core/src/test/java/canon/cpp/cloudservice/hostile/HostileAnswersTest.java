package canon.cpp.cloudservice.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.harness.Way;
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
  @EnumSource(Way.class)
  void whateverIsAnsweredTheCallEndsWell(Way way) {
    Cases.each(
        2_500,
        random -> {
          EveryCall call = Nasty.one(random, EveryCall.ALL);
          Oracle.holds(call, way, HostileAnswers.several(random, call.operation()));
        });
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void whateverIsAnsweredToFreshTokensTheCallEndsWell(Way way) {
    Cases.each(
        300,
        random -> {
          EveryCall call = Nasty.one(random, EveryCall.ALL);
          List<HostileAnswer> answers = new ArrayList<>();
          answers.add(HostileAnswers.refusal(random));
          answers.addAll(HostileAnswers.several(random, call.operation()));
          Oracle.holdsWithFreshTokens(call, way, answers);
        });
  }
}
