package canon.cpp.cloudservice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.Replies;
import canon.cpp.cloudservice.hostile.Cases;
import canon.cpp.cloudservice.hostile.HostileStrings;
import canon.cpp.cloudservice.hostile.Oracle;
import java.net.URLDecoder;
import org.junit.jupiter.api.Test;

class PageTokenTest {

  @Test
  void anyTextIsAcceptedUnchangedOrRejectedWithoutBeingQuoted() {
    Cases.each(
        2_000,
        random -> {
          String kept =
              HostileStrings.mutated(random, "eyJhZnRlciI6ImpvaG5kb2UifQ")
                  + HostileStrings.text(random);

          arrivesOrIsRejected(kept);
        });
  }

  static void arrivesOrIsRejected(String kept) {
    PageToken token;
    try {
      token = PageToken.of(kept);
    } catch (IllegalArgumentException e) {
      Oracle.fitsIntoALog(e.getMessage());
      // The words of the message and the token can have no more than a word in common.
      assertThat(kept.length() < 12 || !e.getMessage().contains(kept)).isTrue();
      return;
    }
    assertThat(arrived(token)).isEqualTo(kept);
  }

  private static String arrived(PageToken token) {
    try (ClientHarness harness = new ClientHarness(Replies.ok("{\"items\":[]}"))) {
      assertThat(harness.view().users().list().startingFrom(token).page().execute().items())
          .isEmpty();
      String query = harness.transport.requests().get(0).uri().getRawQuery();
      return URLDecoder.decode(query.substring("pageToken=".length()), UTF_8);
    }
  }
}
