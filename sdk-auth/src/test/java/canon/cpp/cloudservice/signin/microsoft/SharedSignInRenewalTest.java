package canon.cpp.cloudservice.signin.microsoft;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.signin.FileTokenStore;
import canon.cpp.cloudservice.signin.harness.ChildJvm;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several processes or threads renew one stored sign-in at once. The fake replaces the refresh
 * token at each renewal, and ends the sign-in when an old one is used again.
 */
@DisabledOnOs(
    value = OS.WINDOWS,
    disabledReason = "FileTokenStore rejects file systems without POSIX permissions")
class SharedSignInRenewalTest {
  private static final int RENEWALS = 8;
  private static final int SHARERS = 2;

  private final Entra entra = new Entra();
  @TempDir Path parent;
  private FileTokenStore store;

  @BeforeEach
  void signIn() {
    entra.fake.settings().revokeOnRefreshTokenReuse();
    store = FileTokenStore.in(parent.resolve("sign-ins"), new SecretKeySpec(new byte[32], "AES"));
    try (AccountTokenProvider admin = provider(entra.app())) {
      assertThat(admin.token(TokenRequest.within(Duration.ofMinutes(20)).allowingInteraction()))
          .isNotNull();
    }
  }

  @AfterEach
  void close() {
    entra.close();
  }

  @Test
  void concurrentThreadsRenewOneAfterTheOther() {
    inParallel(
        () -> {
          // Waiting for the other provider needs real time.
          MicrosoftApp app =
              MicrosoftApp.of(entra.network, entra.editor.clientId(), entra.fake.apiId())
                  .authority(entra.fake.address())
                  .clock(entra.clock);
          try (AccountTokenProvider admin = provider(app)) {
            SharedSignInProgram.renew(admin, RENEWALS);
          }
          return "done";
        });

    assertThat(rejectedRenewals()).isZero();
  }

  @Test
  void concurrentProcessesRenewOneAfterTheOther() throws IOException {
    Path ca = Files.writeString(parent.resolve("ca.pem"), entra.fake.caCertificatePem());

    List<String> outputs =
        inParallel(
            () ->
                new ChildJvm()
                    .logging("warn")
                    .run(
                        SharedSignInProgram.class,
                        entra.fake.address().toString(),
                        ca.toString(),
                        entra.editor.clientId(),
                        entra.fake.apiId(),
                        parent.resolve("sign-ins").toString(),
                        String.valueOf(RENEWALS)));

    assertThat(outputs)
        .allSatisfy(
            output -> assertThat(output).endsWith("done\n").doesNotContain("asked", "Exception"));
    assertThat(rejectedRenewals()).isZero();
  }

  private AccountTokenProvider provider(MicrosoftApp app) {
    return app.deviceCode(code -> entra.fake.approveDevice(code.userCode(), Entra.ADMIN))
        .store(store, "admin")
        .build();
  }

  private long rejectedRenewals() {
    return entra.fake.log().of(IdentityEndpoint.TOKEN).stream()
        .filter(request -> request.status() == 400)
        .filter(request -> request.parameter("refresh_token").isPresent())
        .count();
  }

  private static List<String> inParallel(Supplier<String> work) {
    ExecutorService threads = Executors.newFixedThreadPool(SHARERS);
    try {
      List<CompletableFuture<String>> results = new ArrayList<>();
      for (int i = 0; i < SHARERS; i++) {
        results.add(CompletableFuture.supplyAsync(work, threads));
      }
      return results.stream().map(CompletableFuture::join).toList();
    } finally {
      threads.shutdownNow();
    }
  }
}
