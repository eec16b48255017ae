package canon.cpp.cloudservice.signin.endtoend;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_MATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.CachingTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.PermissionDeniedException;
import canon.cpp.cloudservice.errors.UnauthenticatedException;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.signin.Secret;
import canon.cpp.cloudservice.signin.google.GoogleApp;
import canon.cpp.cloudservice.signin.google.GoogleFiles;
import canon.cpp.cloudservice.signin.google.GoogleServiceCredentials;
import canon.cpp.cloudservice.signin.microsoft.MicrosoftApp;
import canon.cpp.cloudservice.signin.microsoft.MicrosoftCredential;
import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.identity.EntraApp;
import canon.cpp.cloudservice.testing.identity.FakeIdentityProviders;
import canon.cpp.cloudservice.testing.identity.GoogleClient;
import canon.cpp.cloudservice.testing.identity.GoogleServiceAccount;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import canon.cpp.cloudservice.testing.identity.WorkloadIssuer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the sign-in page to the response of the service: client, token providers, identity
 * providers, service.
 */
class EndToEndTest {
  private static final String ADMIN = "admin@contoso.com";
  private static final String JOHN = "john.doe@gmail.com";
  private static final String SECRET = "not-a-real-secret";
  private static final URI CALLBACK = URI.create("https://printer.contoso.com/callback");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String POOL =
      "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/pool/providers/tools";
  private static final String SUBJECT = "system:serviceaccount:tools:partner";
  private static final int MANY = 2_000;

  // Google's library dates its assertions with the machine's clock.
  private final FakeCloudService fake =
      FakeCloudService.builder()
          .startingAt(Instant.now().truncatedTo(ChronoUnit.SECONDS))
          .site(
              site ->
                  site.administrator(ADMIN)
                      .invitedAdministrator(JOHN)
                      .applicationPrincipal("partner-tool", "contoso.com"))
          .build();
  private final FakeIdentityProviders people = fake.identityProviders();
  private final HttpTransport network = HttpTransport.jdk().trust(people.trust()).build();
  private final CloudServiceClient client = fake.http().clientBuilder().transport(network).build();

  @AfterEach
  void close() {
    client.close();
    network.close();
    fake.close();
  }

  @Test
  void anAdministratorSignsInByAuthorizationCodeAndAdministersAcrossRenewals() {
    try (AccountTokenProvider admin = withCodeAtMicrosoft()) {
      CloudServiceClient me = client.withTokenProvider(admin);
      me.session().signIn().execute();
      int before = tokenRequestsAtMicrosoft();

      for (int i = 0; i < MANY; i++) {
        if (i % 250 == 249) {
          fake.clock().advance(Duration.ofMinutes(70));
        }
        me.users().add("user" + i + "@contoso.com").execute();
      }

      assertThat(me.users().list().on(DASHBOARD).stream()).hasSizeGreaterThan(MANY);
      fake.log().expect("addUser").applied().times(MANY);
      fake.log().appliedOnce();
      assertThat(tokenRequestsAtMicrosoft() - before).isEqualTo(MANY / 250);
      fake.log().expectAny().withStatus(401).never();
    }
  }

  @Test
  void anAdministratorSignsInByDeviceCodeAndAdministers() {
    try (AccountTokenProvider john = withDeviceAtGoogle()) {
      CloudServiceClient me = client.withTokenProvider(john);

      assertThat(me.session().signIn().execute().firstSignIn()).isTrue();
      me.administrators().add("boss@contoso.com").execute();
      me.users().remove(ADMIN).from(REMOTE_MATCH).execute();
      fake.clock().advance(Duration.ofHours(5));
      assertThat(me.administrators().list().stream()).hasSize(3);
    }
  }

  @Test
  void logOutEndsTheSession() {
    AccountTokenProvider admin = withCodeAtMicrosoft();
    CloudServiceClient me = client.withTokenProvider(admin);
    AccessToken used = admin.token(TokenRequest.within(MINUTE));
    me.session().signIn().execute();

    me.session().signOut().execute();

    assertThat(admin.account()).isEmpty();
    assertThat(
            catchThrowableOfType(AuthenticationException.class, () -> me.session().get().execute())
                .kind())
        .isEqualTo(AuthenticationErrorKind.SIGN_IN_REQUIRED);
    assertThat(
            catchThrowableOfType(
                    UnauthenticatedException.class,
                    () -> client.withToken(used).session().get().execute())
                .code()
                .id())
        .isEqualTo("session-ended");
    try (AccountTokenProvider again = withCodeAtMicrosoft()) {
      client.withTokenProvider(again).session().signIn().execute();
    }
    admin.close();
  }

  @Test
  void logOutRevokesTheGrantAtGoogle() {
    AccountTokenProvider john = withDeviceAtGoogle();
    CloudServiceClient me = client.withTokenProvider(john);
    me.session().signIn().execute();

    me.session().signOut().execute();

    assertThat(people.google().log().of(IdentityEndpoint.REVOKE)).hasSize(1);
    assertThat(john.account()).isEmpty();
    john.close();
  }

  @Test
  void aRejectedTokenIsRefreshedOnce() {
    try (AccountTokenProvider admin = withCodeAtMicrosoft()) {
      CloudServiceClient me = client.withTokenProvider(admin);
      me.session().signIn().execute();
      fake.faults().on("addUser").times(1).tokenExpired().passThrough();

      me.users().add(JOHN).execute();

      fake.log().expect("addUser").withStatus(401).once();
      fake.log().expect("addUser").applied().once();
    }
  }

  @Test
  void aServiceAccountIsAddedLikeAUser() {
    GoogleServiceAccount account = people.google().serviceAccount("partner-tool");
    try (AccountTokenProvider admin = withCodeAtMicrosoft();
        AccountTokenProvider tool =
            programs().serviceAccount(account.keyJson().getBytes(StandardCharsets.UTF_8))) {
      client.withTokenProvider(admin).administrators().add(account.email()).execute();
      CloudServiceClient robot = client.withTokenProvider(tool);

      robot.session().signIn().execute();
      robot.users().add("jane@contoso.com").execute();

      fake.log().expect("addUser").applied().once();
    }
  }

  @Test
  void aWorkloadWithAClusterIdentityContinuesAcrossRenewals(@TempDir Path directory)
      throws IOException {
    GoogleServiceAccount account = people.google().serviceAccount("partner-tool");
    WorkloadIssuer cluster = WorkloadIssuer.of("https://cluster.contoso.com", fake.clock());
    people.google().trust(POOL, cluster);
    account.allowImpersonationBy(people.google().principal(POOL, SUBJECT));
    Path ofCluster = directory.resolve("token");
    String source = "{\"file\": \"%s\"}".formatted(ofCluster);
    byte[] config = GoogleFiles.workload(POOL, account, source).getBytes(StandardCharsets.UTF_8);
    try (AccountTokenProvider admin = withCodeAtMicrosoft();
        AccountTokenProvider tool = programs().workloadIdentity(config)) {
      client.withTokenProvider(admin).administrators().add(account.email()).execute();
      CloudServiceClient robot = client.withTokenProvider(tool);

      Files.writeString(ofCluster, cluster.token(SUBJECT, POOL));
      robot.session().signIn().execute();
      for (int hour = 0; hour < 3; hour++) {
        robot.users().add("user" + hour + "@contoso.com").execute();
        fake.clock().advance(Duration.ofMinutes(70));
        Files.writeString(ofCluster, cluster.token(SUBJECT, POOL));
      }

      assertThat(people.google().log().of(IdentityEndpoint.IMPERSONATION)).hasSize(3);
      fake.log().expect("addUser").applied().times(3);
      fake.log().expectAny().withStatus(401).never();
    }
  }

  @Test
  void aWorkloadAtMicrosoftIsAcceptedOnlyIfTheOperatorHasAdmittedIt() {
    try (CachingTokenProvider admitted = program("partner-tool");
        CachingTokenProvider stranger = program("stranger")) {
      CloudServiceClient robot = client.withTokenProvider(admitted);
      robot.users().add("jane@contoso.com").execute();
      fake.clock().advance(Duration.ofHours(3));
      robot.users().remove("jane@contoso.com").fromEveryList().execute();

      assertThat(
              catchThrowableOfType(
                      PermissionDeniedException.class,
                      () -> client.withTokenProvider(stranger).session().get().execute())
                  .code()
                  .id())
          .isEqualTo("account-not-registered");
      // D34: it does not count for D13, so the last user stays.
      assertThat(robot.administrators().list().stream()).hasSize(2);
    }
  }

  private AccountTokenProvider withCodeAtMicrosoft() {
    people.microsoft().tenant("contoso.com").account(ADMIN);
    EntraApp editor =
        people.microsoft().app("settings-editor").redirectTo(CALLBACK.toString()).secret(SECRET);
    AuthorizationCodeSession session =
        microsoft(editor).credential(MicrosoftCredential.secret(Secret.of(SECRET))).begin(CALLBACK);
    return session.complete(people.microsoft().signIn(session.url(), ADMIN).parameters(), MINUTE);
  }

  private AccountTokenProvider withDeviceAtGoogle() {
    people.google().account(JOHN);
    GoogleClient console = people.google().client("partner-console").secret(SECRET);
    AtomicReference<String> shown = new AtomicReference<>();
    AccountTokenProvider john =
        GoogleApp.of(network, console.clientId(), Secret.of(SECRET))
            .at(people.google().address())
            .clock(fake.clock())
            .timer(fake.clock())
            .deviceCode(
                code -> {
                  shown.set(code.userCode());
                  people.google().approveDevice(code.userCode(), JOHN);
                })
            .build();
    john.token(TokenRequest.within(Duration.ofMinutes(10)).allowingInteraction());
    assertThat(shown.get()).isNotNull();
    return john;
  }

  private GoogleServiceCredentials programs() {
    return GoogleServiceCredentials.of(network, people.googleAudience())
        .at(people.google().address())
        .clock(fake.clock())
        .timer(fake.clock());
  }

  private CachingTokenProvider program(String name) {
    people.microsoft().tenant("contoso.com");
    EntraApp app = people.microsoft().app(name).secret(SECRET);
    return microsoft(app)
        .inTenant("contoso.com")
        .unattended(MicrosoftCredential.secret(Secret.of(SECRET)));
  }

  private MicrosoftApp microsoft(EntraApp app) {
    return MicrosoftApp.of(network, app.clientId(), people.microsoft().apiId())
        .authority(people.microsoft().address())
        .clock(fake.clock())
        .timer(fake.clock());
  }

  private int tokenRequestsAtMicrosoft() {
    return people.microsoft().log().of(IdentityEndpoint.TOKEN).size();
  }
}
