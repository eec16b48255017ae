package canon.cpp.cloudservice;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any text that a host kept for a page token. */
class PageTokenFuzz {

  @FuzzTest(maxDuration = "30s")
  void itArrivesOrIsRejected(FuzzedDataProvider data) {
    PageTokenTest.arrivesOrIsRejected(data.consumeRemainingAsString());
  }
}
