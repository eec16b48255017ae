package canon.cpp.cloudservice.internal.run;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any text where a header has a form. */
class HeadersFuzz {

  @FuzzTest(maxDuration = "30s")
  void whatIsReadIsRightOrNothing(FuzzedDataProvider data) {
    HostileHeadersTest.retryAfterIsNoNegativeTimeOrNone(
        data.consumeString(60), data.consumeString(60));
    HostileHeadersTest.claimsAreJsonOrNone(data.consumeRemainingAsString());
  }
}
