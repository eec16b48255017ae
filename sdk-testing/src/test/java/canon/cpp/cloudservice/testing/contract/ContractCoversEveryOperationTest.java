package canon.cpp.cloudservice.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.testing.contract.Contract.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract has everything about each operation and code that its page promises. */
class ContractCoversEveryOperationTest {
  private static final Contract CONTRACT = Contract.load();

  static Stream<Place> operations() {
    return CONTRACT.operations().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationHasItsRuleAndProblemCodes(Place place) {
    Map<String, Object> extensions = place.operation().getExtensions();
    assertThat(extensions).containsKeys("x-rule", "x-problems");
    assertThat(CONTRACT.codesOf(place)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyProblemCodeIsDescribedAndItsStatusDeclared(Place place) {
    for (String code : CONTRACT.codesOf(place)) {
      Map<String, Object> described = CONTRACT.problemCodes().get(code);
      assertThat(described)
          .as("%s", code)
          .isNotNull()
          .containsKeys("status", "mark", "rules", "meaning");
      assertThat(place.operation().getResponses()).containsKey(described.get("status").toString());
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyChangeHasAnIdempotencyKey(Place place) {
    boolean takesKey =
        place.operation().getParameters() != null
            && place.operation().getParameters().stream()
                .anyMatch(
                    p ->
                        String.valueOf(p.get$ref()).endsWith("/IdempotencyKey")
                            || "Idempotency-Key".equals(p.getName()));
    // Resolving has a body, and changes nothing.
    boolean isRead =
        place.method().name().equals("GET")
            || place.operation().getOperationId().equals("resolveAddresses");
    assertThat(takesKey).isEqualTo(!isRead);
  }

  @Test
  void theClientKnowsExactlyTheCodesOfTheContract() {
    Set<String> known = new TreeSet<>();
    for (String code : CONTRACT.problemCodes().keySet()) {
      if (ProblemCode.of(code).isKnown()) {
        known.add(code);
      }
    }
    assertThat(known).containsExactlyInAnyOrderElementsOf(CONTRACT.problemCodes().keySet());
    List<String> constants =
        Stream.of(ProblemCode.class.getFields())
            .map(
                field -> {
                  try {
                    return ((ProblemCode) field.get(null)).id();
                  } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                  }
                })
            .toList();
    assertThat(constants).containsExactlyInAnyOrderElementsOf(CONTRACT.problemCodes().keySet());
  }
}
