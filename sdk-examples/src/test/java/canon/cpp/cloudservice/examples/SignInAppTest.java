package canon.cpp.cloudservice.examples;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.session.IdentityProvider;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.signin.Secret;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One sign-in serves both identity providers. */
class SignInAppTest {
  static Stream<Arguments> providers() {
    return Stream.of(
        Arguments.of(IdentityProvider.MICROSOFT, "login.microsoftonline.com", "app-of-microsoft"),
        Arguments.of(IdentityProvider.GOOGLE, "accounts.google.com", "app-of-google"));
  }

  @ParameterizedTest
  @MethodSource("providers")
  void theChosenProviderReceivesTheBrowser(IdentityProvider chosen, String host, String clientId) {
    try (HttpTransport network = HttpTransport.jdk().build()) {
      AuthorizationCodeSession session =
          SignInAppSnippets.begin(
              network,
              "app-of-microsoft",
              "api",
              "app-of-google",
              Secret.of("not-a-real-secret"),
              chosen,
              URI.create("https://printer.example/callback"));

      assertThat(session.url()).hasHost(host).hasParameter("client_id", clientId);
    }
  }
}
