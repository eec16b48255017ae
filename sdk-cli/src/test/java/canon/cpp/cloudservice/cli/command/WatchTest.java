package canon.cpp.cloudservice.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.cli.CommandRunner.Result;
import canon.cpp.cloudservice.cli.FakeSite;
import canon.cpp.cloudservice.time.Timer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Waits for a state, against the fake. Delays between reads take no time. */
class WatchTest {
  @TempDir private Path home;
  private FakeSite site;

  @BeforeEach
  void start() {
    site =
        new FakeSite(
            home,
            seed ->
                seed.user("john@contoso.com")
                    .printer("varioPRINT 140", "VP-1001", "Press 1", printer -> {}));
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void aUserBecomesActiveDuringTheWait() {
    Result watched =
        watch(
            () -> site.fake().client("john@contoso.com").remoteControl().activate().execute(),
            "users",
            "watch",
            "john@contoso.com",
            "--application",
            "remote-control");

    assertThat(watched.err()).isEmpty();
    assertThat(watched.code()).isZero();
    assertThat(watched.out()).containsPattern("(?m)^remote_control +active$");
    assertThat(site.fake().log().of("getUser")).hasSize(2);
  }

  @Test
  void aWaitThatEndsWithoutTheStateIsNotASuccess() {
    Result watched = watch(() -> {}, "users", "watch", "john@contoso.com", "--timeout", "2m");

    assertThat(watched.code()).isEqualTo(4);
    assertThat(watched.out()).isEmpty();
    assertThat(watched.err()).contains("not reached in 2m", "--timeout");
  }

  @Test
  void anAdministratorWhoHasSignedInIsActive() {
    assertThat(watch(() -> {}, "administrators", "watch", FakeSite.ADMIN).code()).isZero();
  }

  @Test
  void aPrinterSendsDataDuringTheWait() {
    Result watched = watch(() -> site.fake().sendData("VP-1001"), "printers", "watch", "VP-1001");

    assertThat(watched.err()).isEmpty();
    assertThat(watched.code()).isZero();
    assertThat(watched.out()).contains("last_data_at");
  }

  @Test
  void aPrinterThatIsNotReadyEndsTheWait() {
    String[] ready = {"printers", "watch", "VP-1001", "--ready", "remote-control"};

    assertThat(watch(() -> {}, ready).code()).isEqualTo(4);
    site.fake().setEnabledApplications("VP-1001", Application.REMOTE_CONTROL);
    assertThat(watch(() -> {}, ready).code()).isZero();
  }

  @Test
  void whatDoesNotExistEndsTheWaitAtOnce() {
    assertThat(watch(() -> {}, "users", "watch", "jane@contoso.com").code()).isEqualTo(3);
  }

  @Test
  void wrongOptionsAreRejectedBeforeAnythingIsSent() {
    assertThat(watch(() -> {}, "users", "watch", "a@b.com", "--timeout", "soon").code())
        .isEqualTo(64);
    assertThat(watch(() -> {}, "printers", "watch", "1", "--first-data", "--ready", "x").code())
        .isEqualTo(64);
    assertThat(site.fake().log().of("getUser")).isEmpty();
  }

  private Result watch(Runnable duringTheFirstDelay, String... arguments) {
    return site.admin().timer(new DelayTimer(duringTheFirstDelay)).run(arguments);
  }

  /** A timer whose delays move its clock, and that never reaches a timeout by itself. */
  private static final class DelayTimer implements Timer {
    private final AtomicLong nanos = new AtomicLong();
    private final Runnable first;

    DelayTimer(Runnable first) {
      this.first = first;
    }

    @Override
    public long nanoTime() {
      return nanos.get();
    }

    @Override
    public CompletableFuture<Void> pause(Duration duration) {
      if (nanos.getAndAdd(duration.toNanos()) == 0) {
        first.run();
      }
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> timeout(Duration duration) {
      return new CompletableFuture<>();
    }
  }
}
