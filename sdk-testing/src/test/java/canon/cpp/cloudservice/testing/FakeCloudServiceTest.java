package canon.cpp.cloudservice.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.AuthenticationException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FakeCloudServiceTest {
  private static final String ADMIN = "admin@contoso.com";

  private static FakeCloudService fake() {
    return FakeCloudService.builder().site(site -> site.administrator(ADMIN)).build();
  }

  @Test
  void aTokenIsAcceptedOnlyAtItsEndpoint() {
    try (FakeCloudService fake = fake()) {
      CloudServiceClient mixedUp = fake.client(ADMIN).withToken(fake.http().tokenFor(ADMIN));

      assertThatThrownBy(() -> mixedUp.site().get().execute())
          .isInstanceOf(AuthenticationException.class);
      assertThat(fake.log().entries()).isEmpty();
    }
  }

  @Test
  void everyTokenIsNewAndValidForAnHour() {
    try (FakeCloudService fake = fake();
        FakeCloudService another = fake()) {
      var first = fake.tokenFor(ADMIN);
      var second = fake.tokenFor(ADMIN);

      assertThat(second.value()).isNotEqualTo(first.value());
      assertThat(another.tokenFor(ADMIN).value()).isEqualTo(first.value());
      assertThat(first.expiresAt()).contains(fake.clock().instant().plus(Duration.ofHours(1)));
      assertThat(first.value()).doesNotContain("contoso");
    }
  }

  @Test
  void twoClientsOfOneAccountNeverUseTheSameKey() {
    try (FakeCloudService fake = fake()) {
      IntStream.range(0, 50)
          .forEach(i -> fake.client(ADMIN).users().add("user" + i + "@contoso.com").execute());

      assertThat(fake.log().of("addUser"))
          .hasSize(50)
          .allMatch(LoggedRequest::applied)
          .extracting(LoggedRequest::idempotencyKey)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void bothEndpointsServeTheSameState() {
    try (FakeCloudService fake = fake()) {
      fake.http().client(ADMIN).users().add("john@contoso.com").execute();

      assertThat(fake.client(ADMIN).users().find("john@contoso.com").execute()).isPresent();
      assertThat(fake.http()).isSameAs(fake.http());
    }
  }

  @Test
  void aSeedThatBreaksARuleIsRejected() {
    FakeCloudServiceBuilder twice =
        FakeCloudService.builder()
            .site(site -> site.user("john@contoso.com"))
            .site(site -> site.administrator("John@contoso.com"));
    FakeCloudServiceBuilder samePrinter =
        FakeCloudService.builder()
            .site(site -> site.printer("series", "VP-1", "A").printer("series", "VP-1", "B"));

    assertThatThrownBy(twice::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("registered at another site");
    assertThatThrownBy(samePrinter::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("VP-1");
  }

  @Test
  void anInvalidSeedIsRejectedAtOnce() {
    FakeCloudServiceBuilder builder = FakeCloudService.builder();
    FakeAccount program = FakeAccount.applicationPrincipal("job");

    assertThatThrownBy(() -> builder.site(site -> site.user("john")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.site(site -> site.administrator(program)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.site(site -> site.printer(" ", "VP-1", "Press 1")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.site(site -> site.printer("series", "VP-1", "")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void onlyARegisteredPrinterSendsData() {
    try (FakeCloudService fake = fake()) {
      assertThatThrownBy(() -> fake.sendData("VP-1")).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> fake.setLicences("VP-1", Application.of("fax")))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void closingItTwiceHasNoFurtherEffect() {
    FakeCloudService fake = fake();
    CloudServiceClient client = fake.client(ADMIN);
    fake.http();

    fake.close();
    fake.close();

    assertThatThrownBy(() -> client.site().get().execute())
        .isInstanceOf(IllegalStateException.class);
  }
}
