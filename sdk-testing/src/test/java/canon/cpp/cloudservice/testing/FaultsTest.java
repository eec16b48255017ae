package canon.cpp.cloudservice.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static final String JOHN = "{'email':'john@contoso.com'}";

  private final FakeCloudService fake =
      FakeCloudService.builder()
          .site(site -> site.administrator("admin@contoso.com").administrator("boss@contoso.com"))
          .build();
  private final Wire admin = Wire.as(fake, "admin@contoso.com");

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void aFaultRespondsInsteadOfTheService() {
    fake.faults().on("addUser").times(2).retryAfter(Duration.ofMillis(1500)).respond(503);

    Wire.Answer first = admin.post("/v1/users", JOHN);
    Wire.Answer second = admin.post("/v1/users", JOHN);
    Wire.Answer third = admin.post("/v1/users", JOHN);

    assertThat(first.status()).isEqualTo(503);
    assertThat(first.header("Retry-After")).isEqualTo("2");
    assertThat(first.header("X-Request-Id")).isEqualTo("req_000001");
    assertThat(second.status()).isEqualTo(503);
    assertThat(third.json().at("/changes/0/result").asText()).isEqualTo("added");
  }

  @Test
  void aResponseHasTheProblemCodeOfItsStatus() {
    fake.faults().on("getSite").times(1).respond(429);
    fake.faults().on("getSite").times(1).respond(401);
    fake.faults().on("getSite").times(1).respond(500);

    assertThat(admin.get("/v1/site").problem()).isEqualTo("429 rate-limited");
    assertThat(admin.get("/v1/site").problem()).isEqualTo("401 unauthenticated");
    assertThat(admin.get("/v1/site").json().path("type").asText()).isEqualTo("about:blank");
    assertThat(admin.get("/v1/site").status()).isEqualTo(200);
  }

  @Test
  void aRequestDroppedBeforeHandlingIsNotApplied() {
    fake.faults().on("addUser").times(1).dropBeforeHandling();

    assertDropped(() -> admin.key("k").post("/v1/users", JOHN));

    assertThat(admin.get("/v1/users/john@contoso.com").status()).isEqualTo(404);
    assertThat(admin.key("k").post("/v1/users", JOHN).header("Idempotency-Replayed")).isNull();
    assertThat(fake.log().of("addUser"))
        .extracting(LoggedRequest::status, LoggedRequest::dropped, LoggedRequest::applied)
        .containsExactly(tuple(0, true, false), tuple(200, false, true));
  }

  @Test
  void aRequestDroppedAfterApplyingIsApplied() {
    fake.faults().on("addUser").times(1).dropAfterApplying();

    assertDropped(() -> admin.key("k").post("/v1/users", JOHN));

    assertThat(admin.get("/v1/users/john@contoso.com").status()).isEqualTo(200);
    assertThat(admin.key("k").post("/v1/users", JOHN).header("Idempotency-Replayed"))
        .isEqualTo("true");
    assertThat(fake.log().of("addUser"))
        .extracting(LoggedRequest::status, LoggedRequest::dropped, LoggedRequest::applied)
        .containsExactly(tuple(200, true, true), tuple(200, false, false));
  }

  @Test
  void aFaultCanApplyToOneAccount() {
    fake.faults().on("getSite").by(FakeAccount.of("boss@contoso.com")).respond(503);

    assertThat(admin.get("/v1/site").status()).isEqualTo(200);
    assertThat(Wire.as(fake, "boss@contoso.com").get("/v1/site").status()).isEqualTo(503);
    assertThat(Wire.as(fake, "boss@contoso.com").get("/v1/users").status()).isEqualTo(200);
  }

  @Test
  void aFaultCanApplyToEveryOperationAndBeRemoved() {
    fake.faults().onEveryOperation().respond(500);
    assertThat(admin.get("/v1/site").status()).isEqualTo(500);
    assertThat(Wire.anonymous(fake).get("/nothing").status()).isEqualTo(500);

    fake.faults().clear();

    assertThat(admin.get("/v1/site").status()).isEqualTo(200);
  }

  @Test
  void closingTheFakeAbandonsHeldRequests() {
    Hold hold = fake.faults().on("addUser").hold();
    CompletableFuture<Wire.Answer> held = admin.postAsync("/v1/users", JOHN);
    assertThat(hold.reached()).isCompleted();

    fake.close();

    assertThat(held).isCompletedExceptionally();
  }

  @Test
  void anInvalidFaultIsRejectedAtOnce() {
    assertThatThrownBy(() -> fake.faults().on("addUsers"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("addUser,");
    Fault fault = fake.faults().on("addUser");
    assertThatThrownBy(() -> fault.times(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> fault.respond(200)).isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertDropped(Runnable request) {
    assertThatThrownBy(request::run)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            HttpTransportException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(Reason.CONNECTION_LOST);
              assertThat(e.mayHaveBeenSent()).isTrue();
            });
  }
}
