package canon.cpp.cloudservice.signin.microsoft;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.CachingTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationException;
import com.microsoft.aad.msal4j.ManagedIdentityApplication;
import com.microsoft.aad.msal4j.ManagedIdentityId;
import com.microsoft.aad.msal4j.ManagedIdentityParameters;
import java.time.Duration;

/**
 * Requests a token from the host on which it runs, and prints the result. Arguments: {@code msal4j}
 * or {@code ours}, the API's id, and a client id for an identity that is not the host's own.
 */
final class HostProgram {
  private HostProgram() {}

  public static void main(String[] arguments) throws Exception {
    long start = System.nanoTime();
    String token = arguments[0].equals("ours") ? ours(arguments) : msal4j(arguments[1]);
    System.out.println("seconds=" + Duration.ofNanos(System.nanoTime() - start).toSeconds());
    String shared = ManagedIdentityApplication.getSharedTokenCache().serialize();
    System.out.println("shared=" + (!token.isEmpty() && shared.contains(token)));
    System.exit(0);
  }

  private static String ours(String[] arguments) {
    MicrosoftManagedIdentity identity =
        arguments.length > 2
            ? MicrosoftManagedIdentity.userAssigned(arguments[1], arguments[2])
            : MicrosoftManagedIdentity.systemAssigned(arguments[1]);
    try (CachingTokenProvider provider = identity.build()) {
      AccessToken token = provider.token(TokenRequest.within(Duration.ofSeconds(60)));
      boolean kept = token.equals(provider.token(TokenRequest.within(Duration.ofSeconds(60))));
      System.out.println("token=true kept=" + kept + " dated=" + token.expiresAt().isPresent());
      return token.value();
    } catch (AuthenticationException e) {
      System.out.println("kind=" + e.kind() + " message=" + e.getMessage());
      return "";
    }
  }

  private static String msal4j(String apiId) throws Exception {
    ManagedIdentityApplication app =
        ManagedIdentityApplication.builder(ManagedIdentityId.systemAssigned()).build();
    try {
      return app.acquireTokenForManagedIdentity(
              ManagedIdentityParameters.builder("api://" + apiId).build())
          .get()
          .accessToken();
    } catch (java.util.concurrent.ExecutionException e) {
      System.out.println("failed");
      return "";
    }
  }
}
