package canon.cpp.cloudservice.signin.microsoft;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.ProxySettings;
import canon.cpp.cloudservice.http.TrustSettings;
import canon.cpp.cloudservice.signin.FileTokenStore;
import canon.cpp.cloudservice.testing.FakeClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import javax.crypto.spec.SecretKeySpec;

/** A process that renews a stored sign-in repeatedly. */
final class SharedSignInProgram {
  private SharedSignInProgram() {}

  /** Arguments: authority, CA file, client id, API id, directory of the store, renewals. */
  public static void main(String[] arguments) {
    HttpTransport transport =
        HttpTransport.jdk()
            .proxy(ProxySettings.none())
            .trust(TrustSettings.system().withTrustAnchors(Path.of(arguments[1])))
            .build();
    MicrosoftApp app =
        MicrosoftApp.of(transport, arguments[2], arguments[3])
            .authority(URI.create(arguments[0]))
            .clock(new FakeClock());
    FileTokenStore store =
        FileTokenStore.in(Path.of(arguments[4]), new SecretKeySpec(new byte[32], "AES"));
    try (AccountTokenProvider provider =
        app.deviceCode(code -> System.out.println("asked")).store(store, "admin").build()) {
      renew(provider, Integer.parseInt(arguments[5]));
    }
    transport.close();
    System.out.println("done");
  }

  /** Obtains tokens one after the other, each by a renewal. */
  static void renew(AccountTokenProvider provider, int times) {
    TokenRequest request = TokenRequest.within(Duration.ofSeconds(30));
    AccessToken token = provider.token(request);
    for (int i = 1; i < times; i++) {
      token = provider.token(request.afterRejectionOf(token));
    }
  }
}
