package canon.cpp.cloudservice.wire;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.MalformedResponseException;
import canon.cpp.cloudservice.errors.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectWireTest {
  @RegisterExtension static final WireService service = new WireService();
  @RegisterExtension static final WireService elsewhere = new WireService();

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 303, 307, 308})
  void noRedirectIsFollowed(int status) {
    elsewhere.answersJson("{}");
    service.answers(
        WireService.answer(status, "text/html", "<html></html>")
            .withHeader("Location", elsewhere.address() + "/v1/john?token=x"));

    assertThat(List.of(read(service.client()), change(service.client())))
        .allSatisfy(
            call -> {
              CloudServiceException failure = Rejections.failureOf(call);

              assertThat(failure)
                  .isInstanceOf(MalformedResponseException.class)
                  .hasMessageContaining("redirect (" + status + ", request req_42)")
                  .hasMessageContaining(" to " + elsewhere.address())
                  .hasMessageContaining(elsewhere.address() + ". Redirects are not followed")
                  .hasMessageContaining("because the token would be sent there")
                  .hasMessageContaining("Configure the address of the service itself");
              assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
            });
    assertThat(elsewhere.requests()).isEmpty();
    assertThat(service.requests()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "/v1/john|.",
        "|.",
        "http://[broken|.",
        "mailto:john@contoso.com|.",
        "https://john:secret@Login.Example:443/?john| to https://login.example.",
        "//login.example/john| to the host login.example.",
      },
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false)
  void onlyTheOriginOfTheTargetIsShown(String location, String shown) {
    var answer = WireService.answer(302, "text/plain", "");
    service.answers(location == null ? answer : answer.withHeader("Location", location));

    assertThat(Rejections.failureOf(service))
        .hasMessageContaining(
            "redirect (302, request req_42)" + shown + " Redirects are not followed")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aLongTargetIsShortened() {
    service.answers(
        WireService.answer(302, "text/plain", "")
            .withHeader("Location", "https://" + "a".repeat(4_000) + ".example/"));

    assertThat(Rejections.failureOf(service))
        .hasMessageContaining(" to https://" + "a".repeat(92) + "…. Redirects are not followed");
  }

  private static Call<?> read(CloudServiceClient client) {
    return client.users().get(Rejections.EMAIL);
  }

  private static Call<?> change(CloudServiceClient client) {
    return client.users().add(Rejections.EMAIL);
  }
}
