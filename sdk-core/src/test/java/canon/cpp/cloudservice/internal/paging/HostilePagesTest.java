package canon.cpp.cloudservice.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.PagingProgress;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.hostile.Cases;
import canon.cpp.cloudservice.hostile.HostileAnswer;
import canon.cpp.cloudservice.hostile.HostilePages;
import canon.cpp.cloudservice.hostile.Oracle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostilePagesTest {

  @ParameterizedTest
  @EnumSource(Reading.class)
  void anyPageTokensEndTheReadingWithItsProgress(Reading reading) {
    Cases.each(
        300,
        random -> {
          List<HostileAnswer> pages = HostilePages.several(random);
          try (ClientHarness harness = new ClientHarness(pages.toArray(new HostileAnswer[0]))) {
            List<String> read = new ArrayList<>();

            Throwable failure =
                catchThrowable(() -> reading.read(harness.view().users().list(), read));

            // The last page is repeated for ever, with its token.
            assertThat(harness.requests()).isLessThanOrEqualTo(pages.size() + 1);
            if (failure != null) {
              assertThat(failure).isInstanceOf(CloudServiceException.class);
              Oracle.fitsIntoALog(failure.getMessage());
              assertThat(((CloudServiceException) failure).pagingProgress())
                  .map(PagingProgress::itemsRead)
                  .contains((long) read.size());
            }
          }
        });
  }
}
