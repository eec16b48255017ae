package canon.cpp.cloudservice.examples;

import static canon.cpp.cloudservice.Application.DASHBOARD;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.errors.UnauthenticatedException;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.membership.AddedUser;
import canon.cpp.cloudservice.membership.ChangeResult;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.identity.FakeIdentityProviders;
import canon.cpp.cloudservice.testing.junit.FakeCloud;
import canon.cpp.cloudservice.testing.results.Results;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The code in {@code docs/testing.md}; an ellipsis there stands for a comment here. */
class TestingSnippets {
  private static final FakeAccount admin = FakeAccount.of("admin@contoso.com");

  /** A program under test. */
  record OurTool(CloudServiceClient client) {
    static void importAll(CloudServiceClient client, List<String> addresses) {
      addresses.forEach(address -> client.users().add(address).execute());
    }
  }

  @Nested
  @FakeCloud
  class MembersTest {
    @Test
    void addsAUser(FakeCloudService fake, CloudServiceClient admin) {
      admin.users().add("john@contoso.com").execute();
      fake.log().expect("addUser").applied().once();
    }
  }

  @Test
  void builtByHand() {
    try (FakeCloudService fake =
        FakeCloudService.builder().site(site -> site.administrator("admin@contoso.com")).build()) {
      CloudServiceClient client =
          fake.http().clientBuilder().timeout(Duration.ofSeconds(5)).build();
      OurTool tool = new OurTool(client.withTokenProvider(fake.http().tokenProvider(admin)));
      // Use it.
      Assertions.assertThat(tool.client().session().get().execute().roles()).isNotEmpty();
      client.close();
    }
  }

  @Test
  void seeded() {
    FakeCloudService fake =
        FakeCloudService.builder()
            .site(
                site ->
                    site.administrator("admin@contoso.com")
                        .activeUser("john@contoso.com")
                        .userOn("jane@contoso.com", DASHBOARD)
                        .printer("varioPRINT 140", "VP-1001", "Press 1"))
            .site(site -> site.administrator("boss@fabrikam.com"))
            .build();
    fake.sendData("VP-1001");
    fake.setLicences("VP-1001", DASHBOARD);
    Assertions.assertThat(fake.client("admin@contoso.com").printers().list().stream())
        .singleElement()
        .satisfies(printer -> Assertions.assertThat(printer.lastDataAt()).isNotNull());
    fake.close();
  }

  @Test
  @FakeCloud
  void faults(FakeCloudService fake, CloudServiceClient client) {
    fake.faults().on("addUser").times(1).respond(503);
    fake.faults().on("removeUserFromEveryList").times(1).dropAfterApplying();
    client.users().add("john@contoso.com").execute();
    client.users().remove("john@contoso.com").fromEveryList().execute();
    fake.faults().verifyAllUsed();
  }

  @Test
  @FakeCloud
  void rateLimit(FakeCloudService fake, CloudServiceClient client) {
    fake.faults().rateLimit(200, Duration.ofSeconds(1));
    client.users().add("john@contoso.com").execute();
    fake.log().appliedOnce();
  }

  @Test
  @FakeCloud(chaosSeed = 42)
  void importsEverybodyOnce(FakeCloudService fake, CloudServiceClient admin) {
    OurTool.importAll(admin, List.of("john@contoso.com", "jane@contoso.com"));
    fake.log().appliedOnce();
  }

  @Test
  @FakeCloud
  void time(FakeCloudService fake) {
    AccessToken token = fake.tokenFor("admin@contoso.com");
    fake.clock().advance(Duration.ofHours(2));
    CloudServiceClient client = fake.inProcess().clientBuilder().build().withToken(token);
    Assertions.assertThatExceptionOfType(UnauthenticatedException.class)
        .isThrownBy(() -> client.session().get().execute())
        .returns("token-expired", rejection -> rejection.code().id());
  }

  @Test
  @FakeCloud
  void log(FakeCloudService fake, CloudServiceClient client) {
    fake.faults().on("addUser").times(2).respond(503);
    client.session().signIn().execute();
    client.users().add("john@contoso.com").execute();

    fake.log().expect("addUser").withStatus(503).times(2);
    fake.log().expect("addUser").applied().once();
    fake.log().expectInOrder("signIn", "addUser", "addUser", "addUser");
  }

  @Test
  @FakeCloud
  void signIn(FakeCloudService fake) {
    FakeIdentityProviders people = fake.identityProviders();
    people.microsoft().tenant("contoso.com").account("admin@contoso.com");
    HttpTransport network = HttpTransport.jdk().trust(people.trust()).build();
    network.close();
  }

  @Test
  void answers() {
    User john = Results.user("john@contoso.com").remoteControlActive().build();
    AddedUser added = Results.addedUser(john).alreadyPresentOn(DASHBOARD).build();
    Assertions.assertThat(added.changes())
        .extracting(change -> change.result())
        .contains(ChangeResult.ALREADY_PRESENT, ChangeResult.ADDED);
  }

  @Test
  @FakeCloud
  void fromTheFakeToAnAddress(FakeCloudService fake) {
    Map<String, String> environment =
        Map.of("CLOUD_SERVICE_ADDRESS", fake.http().address().toString());
    CloudServiceClient client = client(environment, fake.http().tokenProvider(admin));
    Assertions.assertThat(client.session().get().execute().roles()).isNotEmpty();
    client.close();
  }

  static CloudServiceClient client(Map<String, String> environment, TokenProvider provider) {
    URI address = URI.create(environment.get("CLOUD_SERVICE_ADDRESS"));
    CloudServiceClient client = CloudServiceClient.builder(address).appInfo("OurTool/1.0").build();
    return client.withTokenProvider(provider);
  }
}
