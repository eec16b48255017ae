package canon.cpp.cloudservice.testing.contract;

import canon.cpp.cloudservice.auth.AccessToken;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Requests whose token is not valid (401). */
abstract class AuthenticationTests extends ContractTests {
  AuthenticationTests(CloudServiceContractKit kit) {
    super(kit);
  }

  @TestFactory
  Stream<DynamicTest> requestWithoutTokenIsRejected() {
    return forEach(
        any -> true, each -> call(each, rawAnonymous()).isRejected("401 unauthenticated"));
  }

  @TestFactory
  Stream<DynamicTest> unknownTokenIsRejected() {
    return Stream.of("", "Bearer", "Bearer made-up", "Basic am9objpkb2U=", "made-up")
        .map(
            value ->
                dynamicTest(
                    value.isEmpty() ? "nothing" : value,
                    () ->
                        call(
                                ContractOperation.GET_SITE,
                                rawAnonymous().with("Authorization", value))
                            .isRejected("401 unauthenticated")));
  }

  @Test
  void schemeIsNotCaseSensitive() {
    String token = endpoint().administrator().token().value();
    rawAnonymous().with("Authorization", "bEARER " + token).get("/v1/site").isOk();
  }

  @TestFactory
  Stream<DynamicTest> expiredTokenIsRejected() {
    AccessToken expired = endpoint().expiredToken().orElseThrow(missing("expired token"));
    return forEach(
        any -> true,
        each -> call(each, rawAnonymous().with(expired)).isRejected("401 token-expired"));
  }

  /** D32: an ended session has its own code, so that no client refreshes. */
  @TestFactory
  Stream<DynamicTest> endedSessionIsRejected() {
    RawClient ended = rawAnonymous().with(disposableToken(endpoint().administrator()));
    call(ContractOperation.SIGN_OUT, ended).isOk();
    return forEach(
        operation -> operation != ContractOperation.SIGN_OUT,
        each -> call(each, ended).isRejected("401 session-ended"));
  }
}
