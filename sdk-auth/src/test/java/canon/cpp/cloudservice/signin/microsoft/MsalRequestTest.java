package canon.cpp.cloudservice.signin.microsoft;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.aad.msal4j.AuthorizationRequestUrlParameters;
import com.microsoft.aad.msal4j.ClaimsRequest;
import com.microsoft.aad.msal4j.ResponseMode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Why msal4j does not build claims and authorization requests; {@link MicrosoftCodeTest} shows
 * those of this library.
 */
class MsalRequestTest {
  @Test
  void msal4jOmitsUnknownClaims() {
    String claims =
        "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\",\"level\":2}}}";

    assertThat(ClaimsRequest.formatAsClaimsRequest(claims).formatAsJSONString())
        .contains("acrs")
        .doesNotContain("level");
  }

  @Test
  @SuppressWarnings("deprecation") // The deprecated method is the subject of the test.
  void msal4jDoesNotSupportResponsesByGet() {
    AuthorizationRequestUrlParameters parameters =
        AuthorizationRequestUrlParameters.builder(
                Entra.REDIRECT.toString(), Set.of("api://x/access"))
            .responseMode(ResponseMode.QUERY)
            .build();

    assertThat(parameters.requestParameters().get("response_mode")).isEqualTo(List.of("form_post"));
  }
}
