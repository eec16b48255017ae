package canon.cpp.cloudservice.internal.run;

import static canon.cpp.cloudservice.harness.Replies.problem;
import static canon.cpp.cloudservice.harness.Replies.status;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.RejectedException;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that returns the secrets of a call does not get them into messages. */
class EchoedSecretsTest {
  private static final String PAYLOAD = "eyJzdWIiOiJqb2huLmRvZSJ9";
  private static final String TOKEN =
      "eyJhbGciOiJSUzI1NiJ9." + PAYLOAD + ".c2lnbmF0dXJlLW9mLXRva2Vu";
  private static final String PROOF = "proof-5d1e8b";

  @ParameterizedTest
  @EnumSource
  void tokenInRequestIdIsHidden(ExecutionMode mode) {
    assertHidden(mode, new ClientHarness(status(503, "X-Request-Id", "req-" + TOKEN)), TOKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {TOKEN, PAYLOAD, PROOF})
  void secretInCodeIsHidden(String secret) {
    ClientHarness harness = new ClientHarness(problem(403, "no-" + secret));

    assertHidden(ExecutionMode.BLOCKING, harness, secret);
  }

  @ParameterizedTest
  @EnumSource
  void tokenInTargetOfRedirectIsHidden(ExecutionMode mode) {
    assertHidden(
        mode,
        new ClientHarness(status(302, "Location", "https://" + PAYLOAD + ".x.org/")),
        PAYLOAD);
  }

  @ParameterizedTest
  @EnumSource
  void codeThatOnlyResemblesAShortTokenIsShown(ExecutionMode mode) {
    try (ClientHarness harness = new ClientHarness(problem(403, "token-of-other-kind"))) {
      var failure = mode.failure(RejectedException.class, harness.view().site().get());

      assertThat(failure.code().id()).isEqualTo("token-of-other-kind");
    }
  }

  @Test
  void laterTokenOfTheSameAccountIsHidden() {
    Iterator<String> tokens = List.of(TOKEN, "later-token-1", "later-token-2").iterator();
    try (ClientHarness harness = new ClientHarness()) {
      var view = harness.client().withTokenProvider(request -> AccessToken.of(tokens.next()));
      for (String token : List.of(TOKEN, "later-token-1", "later-token-2")) {
        harness.replies(problem(403, "no-" + token));

        var failure = ExecutionMode.BLOCKING.failure(RejectedException.class, view.site().get());

        assertThat(failure.code().id()).isEqualTo("no-[hidden]");
      }
    }
  }

  private static void assertHidden(ExecutionMode mode, ClientHarness harness, String secret) {
    try (harness) {
      Call<?> call =
          harness
              .client()
              .withToken(TOKEN)
              .printers()
              .register(PrinterIdentity.of("series", "1", PROOF), "Press 1");
      CloudServiceException failure = mode.failure(CloudServiceException.class, call);

      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      assertThat(trace.toString()).doesNotContain(secret);
      assertThat(failure.attempts().toString()).doesNotContain(secret);
      if (failure instanceof RejectedException rejection) {
        assertThat(rejection.problem().toString()).doesNotContain(secret).contains("[hidden]");
      }
    }
  }
}
