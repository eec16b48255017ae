package canon.cpp.cloudservice.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyOnTheWireTest {
  private static final String JOHN = "{'email':'john@contoso.com'}";
  private static final String JANE = "{'email':'jane@contoso.com'}";

  private final FakeCloudService fake =
      FakeCloudService.builder()
          .site(site -> site.administrator("admin@contoso.com").administrator("boss@contoso.com"))
          .site(site -> site.administrator("other@fabrikam.com").user("john@fabrikam.com"))
          .build();
  private final Wire admin = Wire.as(fake, "admin@contoso.com");

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void theSameRequestAgainGetsTheStoredResponse() {
    Wire.Answer first = admin.key("k").post("/v1/users", JOHN);
    admin.delete("/v1/users/john@contoso.com");

    Wire.Answer again = admin.key("k").post("/v1/users", JOHN);

    assertThat(again.text()).isEqualTo(first.text());
    assertThat(first.header("Idempotency-Replayed")).isNull();
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.header("X-Request-Id")).isNotEqualTo(first.header("X-Request-Id"));
    assertThat(admin.get("/v1/users/john@contoso.com").status()).isEqualTo(404);
  }

  @Test
  void aStoredResponseEchoesTheIdOfTheCurrentAttempt() {
    Wire.Answer first = admin.with("Attempt-Id", "a-1").key("k").post("/v1/users", JOHN);
    Wire.Answer again = admin.with("Attempt-Id", "a-2").key("k").post("/v1/users", JOHN);

    assertThat(first.header("Attempt-Id")).isEqualTo("a-1");
    assertThat(again.header("Attempt-Id")).isEqualTo("a-2");
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void anotherTokenOfTheAccountGetsTheStoredResponse() {
    Wire.Answer first = admin.key("k").post("/v1/users", JOHN);

    assertThat(Wire.as(fake, "admin@contoso.com").key("k").post("/v1/users", JOHN).text())
        .isEqualTo(first.text());
  }

  @Test
  void theKeyWithAnotherBodyOrPathIsRejected() {
    admin.key("k").post("/v1/users", JOHN);
    admin.key("r").post("/v1/users/john@contoso.com/removals", "{'applications':['remote-match']}");

    assertThat(admin.key("k").post("/v1/users", JANE).problem())
        .isEqualTo("422 idempotency-key-reused");
    assertThat(
            admin
                .key("r")
                .post("/v1/users/JOHN@contoso.com/removals", "{'applications':['remote-match']}")
                .problem())
        .isEqualTo("422 idempotency-key-reused");
  }

  @Test
  void aKeyIsValidForOneAccountAndOneOperation() {
    admin.key("k").post("/v1/users", JOHN);

    assertThat(admin.key("k").post("/v1/administrators", JANE).status()).isEqualTo(200);
    assertThat(Wire.as(fake, "boss@contoso.com").key("k").post("/v1/users", JANE).status())
        .isEqualTo(200);
  }

  @Test
  void aRejectedRequestCanBeRetriedAfterItsCauseIsRemoved() {
    String elsewhere = "{'email':'john@fabrikam.com'}";
    assertThat(admin.key("k").post("/v1/users", elsewhere).problem())
        .isEqualTo("409 account-registered-elsewhere");

    Wire.as(fake, "other@fabrikam.com").delete("/v1/users/john@fabrikam.com");

    Wire.Answer again = admin.key("k").post("/v1/users", elsewhere);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.header("Idempotency-Replayed")).isNull();
  }

  @Test
  void aRejectedKeyCanBeUsedWithAnotherBody() {
    admin.key("k").post("/v1/users", "{'email':'john'}");

    assertThat(admin.key("k").post("/v1/users", JOHN).status()).isEqualTo(200);
  }

  @Test
  void aKeyInProgressIsRejectedWithRetryAfter() {
    Hold hold = fake.faults().on("addUser").times(1).hold();
    CompletableFuture<Wire.Answer> first = admin.key("k").postAsync("/v1/users", JOHN);
    assertThat(hold.reached()).isCompleted();

    Wire.Answer second = admin.key("k").post("/v1/users", JOHN);
    hold.release();
    Wire.Answer third = admin.key("k").post("/v1/users", JOHN);

    assertThat(second.problem()).isEqualTo("409 idempotency-key-in-progress");
    assertThat(second.header("Retry-After")).isEqualTo("1");
    assertThat(first.join().status()).isEqualTo(200);
    assertThat(third.text()).isEqualTo(first.join().text());
    assertThat(fake.log().of("addUser"))
        .extracting(LoggedRequest::attempt, LoggedRequest::applied, LoggedRequest::replayed)
        .containsExactly(tuple(1, true, false), tuple(2, false, false), tuple(3, false, true));
  }

  @Test
  void responsesAreStoredFor24Hours() {
    admin.key("k").post("/v1/users", JOHN);

    fake.clock().advance(Duration.ofHours(24).minusNanos(1));
    Wire later = Wire.as(fake, "admin@contoso.com").key("k");
    assertThat(later.post("/v1/users", JOHN).header("Idempotency-Replayed")).isEqualTo("true");
    fake.clock().advance(Duration.ofNanos(1));
    assertThat(later.post("/v1/users", JANE).status()).isEqualTo(200);
  }

  @Test
  void administratorsWhoRemovedThemselvesGetTheStoredResponse() {
    Wire.Answer first = admin.key("k").delete("/v1/administrators/admin@contoso.com");

    Wire.Answer again = admin.key("k").delete("/v1/administrators/admin@contoso.com");

    assertThat(again.text()).isEqualTo(first.text());
    assertThat(admin.key("l").delete("/v1/administrators/admin@contoso.com").problem())
        .isEqualTo("403 administrator-required");
  }

  @Test
  void anEndedSessionGetsOnlyTheStoredResponseOfItsSignOut() {
    admin.key("k").post("/v1/users", JOHN);
    admin.key("out").delete("/v1/session");

    assertThat(admin.key("k").post("/v1/users", JOHN).problem()).isEqualTo("401 session-ended");
    assertThat(admin.key("out").delete("/v1/session").json().path("result").asText())
        .isEqualTo("ended");
    assertThat(admin.key("out2").delete("/v1/session").json().path("result").asText())
        .isEqualTo("alreadyEnded");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /v1/session",
        "DELETE /v1/session",
        "DELETE /v1/administrators/boss@contoso.com",
        "DELETE /v1/printers/VP-1",
      })
  void everyChangeNeedsAKey(String request) {
    String[] parts = request.split(" ", -1);

    assertThat(admin.call(parts[0], parts[1]).fieldErrors())
        .containsExactly("Idempotency-Key: missing");
    assertThat(fake.log().entries()).noneMatch(LoggedRequest::applied);
  }

  @ParameterizedTest
  @CsvSource({"'a b', malformed", "'', malformed"})
  void aKeyIsVisibleAscii(String key, String code) {
    Wire.Answer answer = admin.key(key).post("/v1/users", "{'email':''}");

    assertThat(answer.fieldErrors())
        .containsExactlyInAnyOrder("Idempotency-Key: " + code, "email: blank");
  }

  @Test
  void aKeyHas128CharactersAtMost() {
    assertThat(admin.key("k".repeat(128)).post("/v1/users", JOHN).status()).isEqualTo(200);
    assertThat(admin.key("k".repeat(129)).post("/v1/users", JOHN).fieldErrors())
        .containsExactly("Idempotency-Key: too-long");
  }

  @Test
  void permissionIsCheckedBeforeTheKey() {
    assertThat(Wire.as(fake, "nobody@contoso.com").call("DELETE", "/v1/printers/x").problem())
        .isEqualTo("403 account-not-registered");
  }
}
