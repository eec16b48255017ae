package canon.cpp.cloudservice;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Accepts or rejects arbitrary text as a page token. */
class PageTokenFuzz {

  @FuzzTest(maxDuration = "30s")
  void itArrivesOrIsRejected(FuzzedDataProvider data) {
    PageTokenTest.arrivesOrIsRejected(data.consumeRemainingAsString());
  }
}
