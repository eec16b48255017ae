package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.ProxySettings;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import canon.cpp.cloudservice.time.Timer;
import com.microsoft.aad.msal4j.ManagedIdentityApplication;
import com.microsoft.aad.msal4j.ManagedIdentityId;
import com.microsoft.aad.msal4j.ManagedIdentityParameters;
import com.microsoft.aad.msal4j.ManagedIdentitySourceType;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Obtains tokens of the identity that a host at Microsoft gives to its applications. */
public final class ManagedIdentityTokens implements TokenProvider {
  private static final String NAME = "Microsoft (managed identity)";

  /** The endpoint is on this machine or next to it, or does not exist. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

  private final String resource;
  private final @Nullable String clientId;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private final AtomicBoolean reached = new AtomicBoolean();

  /**
   * Creates a provider for one identity.
   *
   * @param clientId which identity, or null for the host's own
   * @param timer measures; null for the machine's time
   */
  public ManagedIdentityTokens(
      String apiId, @Nullable String clientId, Clock clock, @Nullable Timer timer) {
    this.resource = "api://" + apiId;
    this.clientId = clientId;
    this.clock = clock;
    this.nanoTime = timer == null ? System::nanoTime : timer::nanoTime;
  }

  /**
   * Sends the request over a transport of its own without a proxy. A proxy would reach another
   * machine under the endpoint's address, and would see the identity header.
   */
  @Override
  public AccessToken token(TokenRequest request) {
    try (HttpTransport direct =
        HttpTransport.jdk().proxy(ProxySettings.none()).connectTimeout(CONNECT_TIMEOUT).build()) {
      return token(request, new IdentityHttp(direct, NAME, clock));
    }
  }

  private AccessToken token(TokenRequest request, IdentityHttp http) {
    ManagedIdentitySourceType host = ManagedIdentityApplication.getManagedIdentitySource();
    if (host != ManagedIdentitySourceType.APP_SERVICE
        && host != ManagedIdentitySourceType.DEFAULT_TO_IMDS) {
      throw http.failure(AuthenticationErrorKind.UNAVAILABLE)
          .summary("this kind of host is not supported (" + host + ")")
          .remedy("Use a certificate or a workload identity.")
          .build();
    }
    MsalSender sender = new ManagedIdentitySender(http, reached);
    MsalCall call =
        new MsalCall(http, new MsalHttpClient(sender, clock, nanoTime, null, request.timeLeft()));
    ManagedIdentityApplication application =
        call.configure(ManagedIdentityApplication.builder(identity())).build();
    ManagedIdentityParameters parameters =
        ManagedIdentityParameters.builder(resource).forceRefresh(true).build();
    return call.token(() -> application.acquireTokenForManagedIdentity(parameters));
  }

  private ManagedIdentityId identity() {
    return clientId == null
        ? ManagedIdentityId.systemAssigned()
        : ManagedIdentityId.userAssignedClientId(clientId);
  }

  @Override
  public String toString() {
    return "ManagedIdentityTokens[" + resource + "]";
  }
}
