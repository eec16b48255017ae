package canon.cpp.cloudservice.signin.microsoft;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.auth.CachingTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.signin.harness.ChildJvm;
import canon.cpp.cloudservice.testing.identity.FakeEntra;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import canon.cpp.cloudservice.testing.identity.IdentityRequest;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import java.net.MalformedURLException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A redirect sends a request that contains a secret to another server. */
class MsalRedirectLeakTest {
  private final Entra entra = new Entra();
  private final FakeEntra stranger = FakeEntra.start(entra.clock);
  private final URI elsewhere = stranger.address().resolve("/elsewhere");

  @AfterEach
  void close() {
    stranger.close();
    entra.close();
  }

  @Test
  void msal4jSendsTheSecretToTheRedirectTarget() throws Exception {
    entra.fake.faults().on(IdentityEndpoint.TOKEN).redirect(307, elsewhere);

    var unused =
        Assertions.catchThrowable(
            () -> own().acquireToken(new RawMsal(entra).programParameters()).join());

    assertThat(stranger.log().entries())
        .extracting(request -> request.parameter("client_secret").orElse(""))
        .contains(Entra.SECRET);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void hereNothingIsSentToTheRedirectTarget(int status) {
    entra.fake.faults().on(IdentityEndpoint.TOKEN).redirect(status, elsewhere);
    try (CachingTokenProvider tool = entra.unattended().unattended(Entra.secret())) {
      AuthenticationException failure = Entra.failure(tool, TokenRequest.within(Entra.TIME));

      assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.TOKEN_ENDPOINT);
      assertThat(failure.getMessage()).contains("redirects").doesNotContain("elsewhere");
      assertThat(stranger.log().entries()).extracting(IdentityRequest::path).isEmpty();
    }
  }

  @Test
  void msal4jSendsTheSecretOfAnAppServiceToTheRedirectTargetButThisLibraryDoesNot()
      throws Exception {
    try (FakeEntra host = FakeEntra.start(Clock.systemUTC())) {
      host.faults()
          .on(IdentityEndpoint.MANAGED_IDENTITY)
          .redirect(302, stranger.managedIdentityAddress().resolve("/elsewhere"));
      Map<String, String> appService =
          Map.of(
              "IDENTITY_ENDPOINT",
              host.managedIdentityAddress() + "/msi/token",
              "IDENTITY_HEADER",
              host.managedIdentityHeader());
      ChildJvm child = new ChildJvm().logging("warn").with(appService);

      assertThat(child.run(HostProgram.class, "msal4j", host.apiId())).contains("failed");
      assertThat(stranger.log().entries())
          .extracting(request -> request.header("X-IDENTITY-HEADER").orElse(""))
          .contains(host.managedIdentityHeader());
      stranger.log().clear();

      assertThat(child.run(HostProgram.class, "ours", host.apiId()))
          .contains("kind=TOKEN_ENDPOINT", "redirects");
      assertThat(stranger.log().entries()).isEmpty();
    }
  }

  /** With msal4j's own HTTP client. */
  private ConfidentialClientApplication own() throws MalformedURLException {
    return ConfidentialClientApplication.builder(
            entra.tool.clientId(), ClientCredentialFactory.createFromSecret(Entra.SECRET))
        .sslSocketFactory(trustingBoth().getSocketFactory())
        .authority(entra.contoso.authority().toString())
        .validateAuthority(false)
        .instanceDiscovery(false)
        .build();
  }

  private static SSLContext trustingBoth() {
    X509TrustManager anybody =
        new X509TrustManager() {
          @Override
          public void checkClientTrusted(X509Certificate[] chain, String type) {}

          @Override
          public void checkServerTrusted(X509Certificate[] chain, String type) {}

          @Override
          public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
          }
        };
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {anybody}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
