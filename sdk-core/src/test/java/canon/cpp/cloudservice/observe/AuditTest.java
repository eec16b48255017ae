package canon.cpp.cloudservice.observe;

import static canon.cpp.cloudservice.harness.Replies.losesConnection;
import static canon.cpp.cloudservice.harness.Replies.ok;
import static canon.cpp.cloudservice.harness.Replies.problem;
import static canon.cpp.cloudservice.harness.Replies.site;
import static canon.cpp.cloudservice.harness.Replies.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.NotFoundException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.harness.HeldReply;
import canon.cpp.cloudservice.harness.Replies;
import canon.cpp.cloudservice.harness.Threads;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditTest {
  private static final String ADDED =
      """
      {"changes":[],"user":{"id":"usr_1","email":"john@b.example",\
      "canonicalEmail":"john@b.example","administrator":"none","applications":[],\
      "addedAt":"2030-01-01T00:00:00Z"}}""";

  private final ClientHarness harness = new ClientHarness(ok(ADDED));
  private final List<AuditEvent> events = new CopyOnWriteArrayList<>();

  @AfterEach
  void end() {
    harness.close();
  }

  private CloudServiceClient audited() {
    return harness.view().withAudit("operator-17", events::add);
  }

  /** Waits for the event, because the future of an asynchronous call completes before it. */
  private AuditEvent only() {
    Threads.await(() -> !events.isEmpty());
    assertThat(events).hasSize(1);
    return events.get(0);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void anAddSaysWhoAddedWhom(ExecutionMode mode) {
    mode.execute(audited().users().add("John@b.example").idempotencyKey("row-1"));

    assertThat(only())
        .isEqualTo(
            new AuditEvent(
                ClientHarness.NOW,
                "operator-17",
                "addUser",
                "John@b.example",
                Outcome.COMPLETED,
                null,
                "row-1"));
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aRejectedRemovalIsReportedWithItsRequest(ExecutionMode mode) {
    harness.replies(problem(404, "not-found", "X-Request-Id", "req-9"));

    NotFoundException failure =
        mode.failure(
            NotFoundException.class, audited().users().remove("j+x@b.example").fromEveryList());

    assertThat(only().operation()).isEqualTo("removeUserFromEveryList");
    assertThat(only().target()).isEqualTo("j+x@b.example");
    assertThat(only().outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(only().requestId()).isEqualTo("req-9");
    assertThat(failure.idempotencyKey()).contains(only().idempotencyKey());
    assertThat(harness.transport.sent("Idempotency-Key")).containsExactly(only().idempotencyKey());
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void anUnknownOutcomeAndItsSettlementHaveTheSameKey(ExecutionMode mode) {
    harness.replies(losesConnection(), losesConnection(), losesConnection(), ok(ADDED));

    CloudServiceException failure =
        mode.failure(UnavailableException.class, audited().users().add("john@b.example"));
    mode.execute(failure.settle());

    Threads.await(() -> events.size() == 2);
    assertThat(events)
        .extracting(AuditEvent::outcome)
        .containsExactlyInAnyOrder(Outcome.UNKNOWN, Outcome.COMPLETED);
    assertThat(events.get(0).idempotencyKey()).isEqualTo(events.get(1).idempotencyKey());
  }

  @Test
  void administratorsAndPrintersAreNamed() {
    harness.replies(status(404));

    for (var change :
        List.of(
            audited().administrators().add("a@b.example"),
            audited().administrators().remove("adm_1"),
            audited().printers().remove("VP-1"),
            audited().printers().register(PrinterIdentity.of("s", "VP-2", "proof"), "Press"))) {
      assertThat(ExecutionMode.BLOCKING.failure(CloudServiceException.class, change)).isNotNull();
    }

    assertThat(events)
        .extracting(AuditEvent::target)
        .containsExactly("a@b.example", "adm_1", "VP-1", "VP-2");
    assertThat(events.toString()).doesNotContain("proof");
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aChangeOfTheAccountItselfHasNoTarget(ExecutionMode mode) {
    harness.replies(Replies.activated());

    mode.execute(audited().remoteControl().activate());

    assertThat(only().target()).isNull();
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void readsAndOtherViewsAreNotReported(ExecutionMode mode) {
    harness.replies(site(), ok(ADDED));

    mode.execute(audited().site().get());
    mode.execute(audited().withToken("other").users().add("john@b.example"));

    assertThat(events).isEmpty();
  }

  @Test
  void aCancelledChangeIsUnknown() {
    HeldReply held = new HeldReply();
    harness.replies(held);
    CompletableFuture<?> call = audited().users().add("john@b.example").executeAsync();
    held.awaitRequest();

    call.cancel(true);

    assertThat(only().outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aListenerThatFailsDoesNotAffectTheCall(ExecutionMode mode) {
    CloudServiceClient failing =
        harness
            .view()
            .withAudit(
                "operator-17",
                event -> {
                  throw new StackOverflowError(event.target());
                });

    assertThat(mode.execute(failing.users().add("john@b.example")).user().id()).isEqualTo("usr_1");
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void ordinaryListenersStillNameNobody(ExecutionMode mode) {
    List<Object> heard = new CopyOnWriteArrayList<>();
    harness.with(
        builder ->
            builder.listener(
                new CallListener() {
                  @Override
                  public void callEnded(
                      CallInfo call,
                      List<Attempt> attempts,
                      Duration duration,
                      @Nullable Throwable failure) {
                    heard.addAll(attempts);
                    heard.add(call);
                    heard.add(String.valueOf(failure));
                  }
                }));
    harness.replies(problem(404, "not-found"));

    CloudServiceException failure =
        mode.failure(
            NotFoundException.class, audited().users().remove("john@b.example").fromEveryList());

    assertThat(only().target()).isEqualTo("john@b.example");
    assertThat(heard).hasSize(3);
    assertThat(heard.toString() + failure).doesNotContain("john", "operator-17");
  }

  @Test
  void aClosedClientReportsNothing() {
    CloudServiceClient view = audited();
    harness.client().close();

    assertThatIllegalStateException()
        .isThrownBy(() -> view.users().add("john@b.example").execute());
    assertThat(events).isEmpty();
  }
}
