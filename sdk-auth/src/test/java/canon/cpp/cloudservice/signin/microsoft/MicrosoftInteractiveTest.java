package canon.cpp.cloudservice.signin.microsoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.testing.identity.EntraError;
import canon.cpp.cloudservice.testing.identity.SignInCallback;
import com.microsoft.aad.msal4j.InteractiveRequestParameters;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.SystemBrowserOptions;
import java.net.URI;
import java.net.URL;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A browser on the same machine, where another client connects to the application's port first. */
class MicrosoftInteractiveTest {
  private static final TokenRequest ASKING =
      TokenRequest.within(Duration.ofMinutes(5)).allowingInteraction();
  private final Entra entra = new Entra();
  private final HttpClient browser = HttpClient.newHttpClient();

  MicrosoftInteractiveTest() {
    entra.editor.redirectTo("http://localhost");
  }

  @AfterEach
  void close() {
    entra.close();
  }

  @Test
  void aUserSignsInDespiteAnUnrelatedRequest() {
    try (AccountTokenProvider admin = entra.app().interactive(this::signInAfterAStray).build()) {
      assertThat(admin.token(ASKING)).isNotNull();
      assertThat(admin.account().orElseThrow().id()).isEqualTo(entra.admin.oid());
    }
  }

  @Test
  void aUserWhoCancelsEndsTheSignIn() {
    try (AccountTokenProvider admin =
        entra.app().interactive(page -> visit(entra.fake.cancelSignIn(page).uri())).build()) {
      assertThat(Entra.failure(admin, ASKING).kind()).isEqualTo(AuthenticationErrorKind.CANCELLED);
    }
  }

  @Test
  void requiredClaimsAreRequested() {
    String claims = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";
    try (AccountTokenProvider admin = entra.app().interactive(this::signInAfterAStray).build()) {
      var first = admin.token(ASKING);
      entra.admin.requireBeforeToken(EntraError.claimsRequired(claims));
      entra.clock.advance(Duration.ofHours(1));

      assertThat(admin.token(ASKING)).isNotEqualTo(first);
      assertThat(entra.admin.requiredError()).isEmpty();
    }
  }

  @Test
  void msal4jGivesUpAtTheFirstUnrelatedRequest() {
    PublicClientApplication app = new RawMsal(entra).people();
    InteractiveRequestParameters parameters =
        InteractiveRequestParameters.builder(URI.create("http://localhost"))
            .scopes(new RawMsal(entra).personScopes())
            .systemBrowserOptions(
                SystemBrowserOptions.builder().openBrowserAction(this::onlyAStray).build())
            .build();

    assertThatThrownBy(() -> app.acquireToken(parameters).join()).isNotNull();
    assertThat(entra.tokenRequests()).isZero();
  }

  private void signInAfterAStray(URI page) {
    SignInCallback callback = entra.fake.signIn(page, Entra.ADMIN);
    visit(callback.redirectUri().resolve("/"));
    visit(callback.uri());
  }

  private void onlyAStray(URL page) {
    String redirect =
        URLDecoder.decode(
            page.getQuery().replaceAll("(.*&|^)redirect_uri=([^&]*).*", "$2"),
            StandardCharsets.UTF_8);
    visit(URI.create(redirect).resolve("/"));
  }

  private void visit(URI address) {
    var unused =
        browser.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
  }
}
