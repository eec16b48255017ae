package canon.cpp.cloudservice.testing.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Rate limits, outages and failures, which can occur at any operation. */
abstract class InterruptionTests extends ContractTests {
  InterruptionTests(CloudServiceContractKit kit) {
    super(kit);
  }

  private RawResponse interrupted(ContractOperation operation, int status) {
    endpoint()
        .disturbances()
        .orElseThrow(missing("means to fail on demand"))
        .respondNext(operation.id(), status);
    RawResponse answer = call(operation, endpoint().administrator());
    assertEquals(status, answer.status(), answer::toString);
    answer.isProblem();
    return answer;
  }

  @TestFactory
  Stream<DynamicTest> isRateLimited() {
    return forEach(any -> true, each -> interrupted(each, 429).isRejected("429 rate-limited"));
  }

  @TestFactory
  Stream<DynamicTest> isUnavailable() {
    return forEach(any -> true, each -> interrupted(each, 503));
  }

  @TestFactory
  Stream<DynamicTest> fails() {
    return forEach(any -> true, each -> interrupted(each, 500));
  }
}
