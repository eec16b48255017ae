package canon.cpp.cloudservice.testing.contract;

import canon.cpp.cloudservice.auth.AccessToken;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whose token is no good (401). */
abstract class AuthenticationTests extends ContractTests {
  AuthenticationTests(CloudServiceContractKit kit) {
    super(kit);
  }

  @TestFactory
  Stream<DynamicTest> nobodyIsRejected() {
    return forEach(any -> true, each -> call(each, rawNobody()).isRejected("401 unauthenticated"));
  }

  @TestFactory
  Stream<DynamicTest> aTokenThatNobodyGaveOutIsRejected() {
    return Stream.of("", "Bearer", "Bearer made-up", "Basic am9objpkb2U=", "made-up")
        .map(
            value ->
                dynamicTest(
                    value.isEmpty() ? "nothing" : value,
                    () ->
                        call(ContractOperation.GET_SITE, rawNobody().with("Authorization", value))
                            .isRejected("401 unauthenticated")));
  }

  @Test
  void theSchemeIsReadInAnyCase() {
    String token = endpoint().administrator().token().value();
    rawNobody().with("Authorization", "bEARER " + token).get("/v1/site").isOk();
  }

  @TestFactory
  Stream<DynamicTest> anExpiredTokenIsRejected() {
    AccessToken expired = endpoint().expiredToken().orElseThrow(lacking("expired token"));
    return forEach(
        any -> true, each -> call(each, rawNobody().with(expired)).isRejected("401 token-expired"));
  }

  /** D32: an ended session is told apart from an expired one, so that no client refreshes. */
  @TestFactory
  Stream<DynamicTest> anEndedSessionIsRejected() {
    RawClient ended = rawNobody().with(disposableToken(endpoint().administrator()));
    call(ContractOperation.SIGN_OUT, ended).isOk();
    return forEach(
        operation -> operation != ContractOperation.SIGN_OUT,
        each -> call(each, ended).isRejected("401 session-ended"));
  }
}
