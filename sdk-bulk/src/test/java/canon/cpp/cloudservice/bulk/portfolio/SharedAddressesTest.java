package canon.cpp.cloudservice.bulk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import canon.cpp.cloudservice.testing.LoggedRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedAddressesTest {
  @TempDir Path folder;
  private final ManySites sites = new ManySites(3);

  @AfterEach
  void end() {
    sites.close();
  }

  @Test
  void spellingsOfOneAddressAreFoundBeforeAnythingIsChanged() {
    Portfolio portfolio = Portfolio.of(sites.entries(), folder);
    sites.fake.log().clear();

    SharedAddresses shared =
        portfolio.findSharedAddresses(
            Map.of(
                "site0", List.of("John.Doe@gmail.com", "jane@site0.example", "not an address"),
                "site1", List.of("johndoe@GMAIL.com", "johndoe@gmail.com"),
                "site2", List.of("jane@site2.example")));

    assertThat(shared.entries()).isEqualTo(Map.of("johndoe@gmail.com", List.of("site0", "site1")));
    assertThat(shared.isEmpty()).isFalse();
    assertThat(shared.resolution().isComplete()).isTrue();
    assertThat(shared).hasToString("SharedAddresses[1, PortfolioReport{DONE=3}]");
    assertThat(sites.fake.log().entries())
        .extracting(LoggedRequest::operation)
        .containsOnly("getSite", "resolveAddresses");
  }

  @Test
  void whereNothingCanBeResolvedTheTypedAddressesAreCompared() {
    Portfolio portfolio = Portfolio.of(List.of(sites.entry(0), sites.down(1)), folder);

    SharedAddresses shared =
        portfolio.findSharedAddresses(
            Map.of(
                "site0", List.of("jane@contoso.com", "john.doe@gmail.com", "j.d@gmail.com"),
                "site1", List.of(" Jane@Contoso.com", "John.Doe@gmail.com", "jd@gmail.com")));

    assertThat(shared.entries())
        .isEqualTo(
            Map.of(
                "jane@contoso.com", List.of("site0", "site1"),
                "johndoe@gmail.com", List.of("site0", "site1"),
                "jd@gmail.com", List.of("site0", "site1")));
    assertThat(shared.resolution().sites(SiteOutcome.FAILED))
        .extracting(SiteResult::name)
        .containsExactly("site1");
  }

  @Test
  void sitesThatWantNothingAreNotAsked() {
    Portfolio portfolio = Portfolio.of(sites.entries(), folder);
    sites.fake.log().clear();

    assertThat(portfolio.findSharedAddresses(Map.of()).isEmpty()).isTrue();

    assertThat(sites.fake.log().entries()).isEmpty();
  }

  @Test
  void aNameWithoutEntryIsRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Portfolio.of(sites.entries(), folder)
                    .findSharedAddresses(Map.of("Site0", List.of("a@b.example"))))
        .withMessageStartingWith("Addresses are wanted for a name that no entry has.");
  }
}
