package canon.cpp.cloudservice.signin.microsoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.CachingTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.testing.Hold;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Microsoft recommends a new token ({@code refresh_in}) long before the old one expires. */
class MsalEarlyRefreshTest {
  private static final TokenRequest REQUEST = TokenRequest.within(Entra.TIME);
  private final Entra entra = new Entra();
  private final RawMsal msal = new RawMsal(entra);

  MsalEarlyRefreshTest() {
    entra.fake.settings().refreshIn(Duration.ofMinutes(2));
  }

  @AfterEach
  void close() {
    entra.close();
  }

  @Test
  void msal4jFailsAlthoughTheOldTokenIsValid() {
    var app = msal.people();
    var first = msal.signIn(app);
    assertThat(msal.silently(app).accessToken()).isEqualTo(first.accessToken());
    RawMsal.age(app);
    entra.fake.faults().on(IdentityEndpoint.TOKEN).drop();

    assertThatThrownBy(() -> msal.silently(app)).hasMessageContaining("connection lost");
  }

  @Test
  void hereTheOldTokenIsUsedWhileTheRefreshFails() {
    try (AccountTokenProvider admin = entra.signedIn()) {
      AccessToken first = admin.token(REQUEST);
      entra.fake.faults().on(IdentityEndpoint.TOKEN).drop();
      entra.clock.advance(Duration.ofMinutes(3));

      assertThat(admin.token(REQUEST)).isEqualTo(first);
      assertThat(admin.token(REQUEST)).isEqualTo(first);
    }
  }

  @Test
  void msal4jIgnoresTheRefreshTimeForWorkloads() {
    var app = msal.program();
    var first = app.acquireToken(msal.programParameters()).join();
    RawMsal.age(app);

    assertThat(app.acquireToken(msal.programParameters()).join().accessToken())
        .isEqualTo(first.accessToken());
    assertThat(entra.tokenRequests()).isEqualTo(1);
  }

  @Test
  void hereTheRefreshRunsInTheBackground() {
    try (CachingTokenProvider tool = entra.unattended().unattended(Entra.secret())) {
      AccessToken first = tool.token(REQUEST);
      Hold hold = entra.fake.faults().on(IdentityEndpoint.TOKEN).times(1).hold();
      entra.clock.advance(Duration.ofMinutes(3));

      assertThat(tool.token(REQUEST)).isEqualTo(first);
      assertThat(hold.reached()).succeedsWithin(Duration.ofSeconds(30));
      hold.release();
    }
  }
}
