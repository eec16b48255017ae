package canon.cpp.cloudservice.examples;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.testing.FakeCloudService;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class QuickstartTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theStoryGoesAsTheRulesSay() {
    int status = run(Map.of());

    assertThat(out.toString())
        .contains("johndoe@gmail.com", "Done. Every step had the expected result.")
        .doesNotContain("   NO  ");
    assertThat(err.toString()).isEmpty();
    assertThat(status).isZero();
  }

  @Test
  void aNamedServerIsReadAndNotChanged() {
    try (FakeCloudService fake =
        FakeCloudService.builder()
            .site(
                site ->
                    site.administrator("admin@contoso.com")
                        .user("john@contoso.com")
                        .printer("varioPRINT 140", "VP-1001", "Press 1"))
            .build()) {
      String token = fake.http().tokenFor("admin@contoso.com").value();

      int status =
          run(
              Map.of(Quickstart.TOKEN_VARIABLE, token),
              "--endpoint",
              fake.http().address().toString());

      assertThat(out.toString())
          .contains("john@contoso.com", "VP-1001", "roles [administrator]")
          .doesNotContain(token);
      assertThat(fake.log().entries()).allMatch(entry -> entry.method().equals("GET"));
      assertThat(status).isZero();
    }
  }

  @Test
  void aMissingTokenIsAskedFor() {
    int status = run(Map.of(), "--endpoint", "https://cloud-service.example");

    assertThat(err.toString()).contains("to an access token", Quickstart.TOKEN_VARIABLE);
    assertThat(status).isEqualTo(2);
  }

  @Test
  void aTokenWithALineEndIsExplainedAndNotRepeated() {
    int status =
        run(
            Map.of(Quickstart.TOKEN_VARIABLE, "abc123\n"),
            "--endpoint",
            "https://cloud-service.example");

    assertThat(err.toString()).contains(Quickstart.TOKEN_VARIABLE, "line").doesNotContain("abc123");
    assertThat(status).isEqualTo(2);
  }

  @Test
  void anAddressWithoutHttpsIsRejected() {
    int status =
        run(Map.of(Quickstart.TOKEN_VARIABLE, "abc123"), "--endpoint", "http://contoso.com");

    assertThat(err.toString()).contains("--endpoint", "https");
    assertThat(status).isEqualTo(2);
  }

  @Test
  void aTokenThatTheServiceDoesNotKnowIsReported() {
    try (FakeCloudService fake = FakeCloudService.builder().build()) {
      int status =
          run(
              Map.of(Quickstart.TOKEN_VARIABLE, "not-a-token"),
              "--endpoint",
              fake.http().address().toString());

      assertThat(err.toString()).contains("unauthenticated").doesNotContain("not-a-token");
      assertThat(status).isEqualTo(1);
    }
  }

  private int run(Map<String, String> environment, String... args) {
    return new CommandLine(new Quickstart(environment))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
