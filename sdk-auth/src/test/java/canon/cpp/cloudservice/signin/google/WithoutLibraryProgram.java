package canon.cpp.cloudservice.signin.google;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.TrustSettings;
import canon.cpp.cloudservice.signin.Secret;
import canon.cpp.cloudservice.testing.FakeClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** A host without Google's library: users sign in, workloads are told which dependency to add. */
final class WithoutLibraryProgram {
  private WithoutLibraryProgram() {}

  /** Arguments: address of Google, authority's file, client id, client secret. */
  public static void main(String[] arguments) {
    HttpTransport network =
        HttpTransport.jdk()
            .trust(TrustSettings.system().withTrustAnchors(Path.of(arguments[1])))
            .build();
    FakeClock time = new FakeClock();
    GoogleApp app =
        GoogleApp.of(network, arguments[2], Secret.of(arguments[3]))
            .at(URI.create(arguments[0]))
            .clock(time)
            .timer(time);
    try (AccountTokenProvider provider =
        app.deviceCode(code -> System.out.println("code " + code.userCode())).build()) {
      TokenRequest signIn = TokenRequest.within(Duration.ofMinutes(1)).allowingInteraction();
      System.out.println("length " + provider.token(signIn).value().length());
      System.out.println("account " + provider.account().isPresent());
    }
    try {
      Object unused = GoogleServiceCredentials.of(network, GoogleTestEnvironment.AUDIENCE);
      System.out.println("no dependency was missing");
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
    }
    network.close();
  }
}
