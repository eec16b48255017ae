package canon.cpp.cloudservice.examples.remotecontrol;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.examples.remotecontrol.demo.DemoBrowser;
import canon.cpp.cloudservice.examples.remotecontrol.demo.DemoWorld;
import canon.cpp.cloudservice.testing.identity.EntraError;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackEndTest {
  private static final String ACTIVATE = "activateRemoteControl";

  private static Nodes nodes;
  private static DemoWorld world;

  @BeforeAll
  static void start() {
    nodes = new Nodes();
    world = nodes.world;
  }

  @BeforeEach
  void reset() {
    nodes.reset();
  }

  @AfterAll
  static void close() {
    nodes.close();
  }

  @Test
  void aTokenForTheServiceIsPassedThrough() {
    AccessToken token = world.tokenForService(DemoWorld.JOHN);
    int tokenRequests = world.microsoft().log().of(IdentityEndpoint.TOKEN).size();

    HttpResponse<String> first = nodes.activate(nodes.first(), token);
    HttpResponse<String> again = nodes.activate(nodes.second(), token);

    assertThat(first.body()).isEqualTo("{\"firstActivation\":true}");
    assertThat(first.headers().firstValue("X-Request-Id")).isPresent();
    assertThat(again.body()).isEqualTo("{\"firstActivation\":false}");
    assertThat(world.microsoft().log().of(IdentityEndpoint.TOKEN)).hasSize(tokenRequests);
  }

  @Test
  void aTokenForTheBackEndIsExchangedOnBehalfOfItsUser() {
    HttpResponse<String> response =
        nodes.activate(nodes.first(), world.tokenForBackEnd(DemoWorld.JANE));

    assertThat(response.body()).isEqualTo("{\"firstActivation\":true}");
    assertThat(world.microsoft().log().of(IdentityEndpoint.TOKEN))
        .last()
        .satisfies(
            request ->
                assertThat(request.parameter("requested_token_use")).contains("on_behalf_of"));
    assertThat(world.fake().log().of(ACTIVATE))
        .singleElement()
        .satisfies(request -> assertThat(request.account().email()).contains(DemoWorld.JANE));
  }

  @Test
  void theAppsKeyMakesARepeatedRequestTakeEffectOnceOnAnyNode() {
    AccessToken token = world.tokenForService(DemoWorld.JOHN);

    HttpResponse<String> first = nodes.activate(nodes.first(), token, "Idempotency-Key", "key-1");
    HttpResponse<String> again = nodes.activate(nodes.second(), token, "Idempotency-Key", "key-1");

    assertThat(again.body()).isEqualTo(first.body()).contains("true");
    world.fake().log().expect(ACTIVATE).applied().once();
    world.fake().log().expect(ACTIVATE).replayed().once();
  }

  @Test
  void theSameKeyHoldsForBothKindsOfTokenOfAUser() {
    AccessToken direct = world.tokenForService(DemoWorld.JANE);
    AccessToken exchanged = world.tokenForBackEnd(DemoWorld.JANE);

    nodes.activate(nodes.first(), direct, "Idempotency-Key", "key-1");
    nodes.activate(nodes.second(), exchanged, "Idempotency-Key", "key-1");

    world.fake().log().expect(ACTIVATE).applied().once();
  }

  @Test
  void aTokenForAnotherAudienceDoesNotReachTheService() {
    HttpResponse<String> response =
        nodes.activate(nodes.first(), world.tokenForAnotherApi(DemoWorld.JOHN));

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
    world.fake().log().expectAny().never();
  }

  @Test
  void aForgedTokenIsNotExchanged() {
    String[] parts = world.tokenForBackEnd(DemoWorld.JANE).value().split("\\.", -1);
    byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
    signature[0] ^= 1;
    String forged =
        parts[0]
            + "."
            + parts[1]
            + "."
            + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    int tokenRequests = world.microsoft().log().of(IdentityEndpoint.TOKEN).size();

    HttpResponse<String> response = nodes.activate(nodes.first(), AccessToken.of(forged));

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(world.microsoft().log().of(IdentityEndpoint.TOKEN)).hasSize(tokenRequests);
  }

  @Test
  void anExpiredTokenIsNotExchanged() {
    AccessToken token = world.tokenForBackEnd(DemoWorld.JANE);
    world.fake().clock().advance(Duration.ofHours(2));
    int tokenRequests = world.microsoft().log().of(IdentityEndpoint.TOKEN).size();

    assertThat(nodes.activate(nodes.first(), token).statusCode()).isEqualTo(401);
    assertThat(world.microsoft().log().of(IdentityEndpoint.TOKEN)).hasSize(tokenRequests);
  }

  @Test
  void aRequestWithoutATokenIsRejected() {
    assertThat(nodes.browser.activate(nodes.first()).join().statusCode()).isEqualTo(401);
    assertThat(
            nodes.browser.activate(nodes.first(), "Authorization", "Basic abc").join().statusCode())
        .isEqualTo(401);
    assertThat(nodes.activate(nodes.first(), AccessToken.of("opaque")).statusCode()).isEqualTo(401);
  }

  @Test
  void theServicesRejectionReachesTheApp() {
    HttpResponse<String> response =
        nodes.activate(nodes.first(), world.tokenForService(DemoWorld.STRANGER));

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body())
        .contains("\"code\":\"account-not-registered\"", "\"outcome\":\"REJECTED\"")
        .doesNotContain(DemoWorld.STRANGER);
  }

  @Test
  void aFurtherProofThatMicrosoftRequiresReachesTheApp() {
    AccessToken token = world.tokenForBackEnd(DemoWorld.JANE);
    String claims = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";
    world
        .microsoft()
        .tenant("contoso.com")
        .account(DemoWorld.JANE)
        .requireBeforeToken(EntraError.claimsRequired(claims));

    HttpResponse<String> response = nodes.activate(nodes.first(), token);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains("insufficient_claims")
        .contains(Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void theTraceOfTheAppContinues() {
    String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    HttpResponse<String> response =
        nodes.activate(nodes.first(), world.tokenForService(DemoWorld.JOHN), "traceparent", trace);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(nodes.network.traces()).contains(trace);
  }

  @Test
  void aSignInStartsAtOneNodeAndEndsAtAnother() throws Exception {
    nodes.signIn();

    assertThat(nodes.browser.activate(nodes.first()).join().statusCode()).isEqualTo(200);
    assertThat(nodes.browser.activate(nodes.second()).join().statusCode()).isEqualTo(200);
    assertThat(new DemoBrowser().activate(nodes.first()).join().statusCode()).isEqualTo(401);
  }

  @Test
  void aCallbackIsAcceptedOnceOnAllNodes() throws Exception {
    String query = nodes.browser.callbackQuery(nodes.first(), world.microsoft(), DemoWorld.LEE);

    assertThat(new DemoBrowser().callback(nodes.first(), query).statusCode())
        .as("in another browser")
        .isEqualTo(401);
    assertThat(nodes.browser.callback(nodes.second(), query).statusCode()).isEqualTo(200);
    assertThat(nodes.browser.callback(nodes.first(), query).statusCode()).isEqualTo(401);
  }

  @Test
  void aSignOutHoldsAtAllNodesAtOnce() throws Exception {
    nodes.signIn();
    nodes.browser.activate(nodes.second()).join();

    assertThat(nodes.browser.signOut(nodes.first()).join().body())
        .contains("may still be signed in");

    assertThat(nodes.browser.activate(nodes.second()).join().statusCode()).isEqualTo(401);
  }
}
