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
  Stream<DynamicTest> nobodyIsRefused() {
    return forEach(any -> true, each -> call(each, rawNobody()).isRefused("401 unauthenticated"));
  }

  @TestFactory
  Stream<DynamicTest> aTokenThatNobodyGaveOutIsRefused() {
    return Stream.of("", "Bearer", "Bearer made-up", "Basic am9objpkb2U=", "made-up")
        .map(
            value ->
                dynamicTest(
                    value.isEmpty() ? "nothing" : value,
                    () ->
                        call(ContractOperation.GET_SITE, rawNobody().with("Authorization", value))
                            .isRefused("401 unauthenticated")));
  }

  @Test
  void theSchemeIsReadInAnyCase() {
    String token = endpoint().administrator().token().value();
    rawNobody().with("Authorization", "bEARER " + token).get("/v1/site").isOk();
  }

  @TestFactory
  Stream<DynamicTest> anExpiredTokenIsRefused() {
    AccessToken expired = endpoint().expiredToken().orElseThrow(lacking("expired token"));
    return forEach(
        any -> true, each -> call(each, rawNobody().with(expired)).isRefused("401 token-expired"));
  }

  /** D32: an ended session is told apart from an expired one, so that no client refreshes. */
  @TestFactory
  Stream<DynamicTest> anEndedSessionIsRefused() {
    RawClient ended = rawNobody().with(disposableToken(endpoint().administrator()));
    call(ContractOperation.SIGN_OUT, ended).isOk();
    return forEach(
        operation -> operation != ContractOperation.SIGN_OUT,
        each -> call(each, ended).isRefused("401 session-ended"));
  }
}
