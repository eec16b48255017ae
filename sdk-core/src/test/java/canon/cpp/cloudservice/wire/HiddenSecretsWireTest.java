package canon.cpp.cloudservice.wire;

import static canon.cpp.cloudservice.wire.Rejections.EMAIL;
import static canon.cpp.cloudservice.wire.WireService.TOKEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.hostile.EveryCall;
import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.printers.RegisterPrinter;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that may be printed by accident contain no token, no proof and no address. */
class HiddenSecretsWireTest {
  @RegisterExtension static final WireService service = new WireService();

  @Test
  void valuesDoNotPrintTheirSecret() {
    AccessToken token =
        AccessToken.of(TOKEN)
            .expiringAt(Instant.MAX)
            .refreshingAt(Instant.MIN)
            .boundTo(URI.create("https://cloud.example"));
    HttpRequest request =
        HttpRequest.of(
                "POST",
                URI.create("https://" + TOKEN + "@cloud.example/v1/users/" + EMAIL + "?john"),
                Duration.ofSeconds(1))
            .withHeader("Authorization", "Bearer " + TOKEN)
            .withBody(Samples.PROOF.getBytes(UTF_8));
    HttpHeaders headers = HttpHeaders.of(Map.of("Set-Cookie", List.of(TOKEN)));
    TokenRequest asked =
        TokenRequest.within(Duration.ofSeconds(1))
            .withScopes(Set.of("scope"))
            .withClaims(TOKEN)
            .afterRejectionOf(token);

    assertThat(token).hasToString("AccessToken[hidden]");
    assertThat(request).hasToString("POST https://cloud.example");
    assertThat(headers).hasToString("[Set-Cookie]");
    assertThat(new HttpResponse(200, headers, TOKEN.getBytes(UTF_8))).hasToString("200, 12 bytes");
    assertThat(Samples.IDENTITY)
        .hasToString("PrinterIdentity[series=varioPRINT 140, serialNumber=VP-1001]");
    assertThat(asked.toString()).contains("claims=given").doesNotContain(TOKEN);
    assertThat(TokenProvider.fixed(token).toString()).doesNotContain(TOKEN);
  }

  @Test
  void clientsAndCallsDoNotPrintAddresses() {
    CloudServiceClient client = service.client();

    assertThat(client).hasToString("CloudServiceClient[" + service.address() + "]");
    assertThat(client.users().add(EMAIL).idempotencyKey(EMAIL)).hasToString("addUser");
    assertThat(client.users().list().emailStartingWith("john").page()).hasToString("listUsers");
    assertThat(client.users().list().emailStartingWith("john").toString()).doesNotContain("john");
  }

  @ParameterizedTest
  @MethodSource
  void aCallPrintsOnlyItsOperation(EveryCall call) {
    assertThat(call.on(service.client(), EMAIL)).hasToString(call.operation());
  }

  static List<EveryCall> aCallPrintsOnlyItsOperation() {
    return EveryCall.ALL;
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void theMessageOfALostConnectionContainsNoSecret(Fault fault) {
    service.answers(WireMock.aResponse().withFault(fault));

    assertThat(calls())
        .allSatisfy(
            call -> {
              CloudServiceException failure = Rejections.failureOf(call);

              assertThat(failure).hasMessageContaining("No response was received");
              assertThat(failure.report().toString()).doesNotContain("john", TOKEN, Samples.PROOF);
            });
  }

  @Test
  void aRejectionThatQuotesTheRequestIsNotQuoted() {
    service.answersProblem(
        400,
        """
        {"title":"t","status":400,"code":"validation-failed","detail":"%1$s %2$s",
         "errors":[{"field":"email","code":"malformed","message":"%1$s %2$s"}]}"""
            .formatted(EMAIL, TOKEN));

    assertThat(calls()).allSatisfy(call -> assertThat(Rejections.failureOf(call)).isNotNull());
  }

  private static List<Call<?>> calls() {
    CloudServiceClient client = service.client();
    RegisterPrinter registration = client.printers().register(Samples.IDENTITY, "Press 1");
    return List.of(client.users().get(EMAIL), client.users().add(EMAIL), registration);
  }
}
