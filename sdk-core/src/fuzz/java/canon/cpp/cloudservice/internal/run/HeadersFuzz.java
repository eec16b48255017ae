package canon.cpp.cloudservice.internal.run;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Reads arbitrary text as headers. */
class HeadersFuzz {

  @FuzzTest(maxDuration = "30s")
  void headersAreReadCorrectlyOrIgnored(FuzzedDataProvider data) {
    HostileHeadersTest.checkRetryAfter(
        data.consumeString(60), data.consumeString(60));
    HostileHeadersTest.checkClaims(data.consumeRemainingAsString());
  }
}
