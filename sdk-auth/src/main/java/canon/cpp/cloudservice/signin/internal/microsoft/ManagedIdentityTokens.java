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

/** Tokens of the identity that a host at Microsoft gives its programs. */
public final class ManagedIdentityTokens implements TokenProvider {
  private static final String NAME = "Microsoft (managed identity)";

  /** It is next endpoint, or not there. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

  private final String resource;
  private final @Nullable String clientId;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private final AtomicBoolean reached = new AtomicBoolean();

  /**
   * Creates them.
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
   * Asks straight, on a transport for this once: a proxy would reach another machine under that
   * name, and see what the host trusts its programs with.
   */
  @Override
  public AccessToken token(TokenRequest request) {
    try (HttpTransport straight =
        HttpTransport.jdk().proxy(ProxySettings.none()).connectTimeout(CONNECT_TIMEOUT).build()) {
      return token(request, new IdentityHttp(straight, NAME, clock));
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
        new MsalCall(
            http, new MsalHttp(sender, uri -> uri, clock, nanoTime, null, request.timeLeft()));
    ManagedIdentityApplication app =
        call.wire(ManagedIdentityApplication.builder(identity())).build();
    ManagedIdentityParameters parameters =
        ManagedIdentityParameters.builder(resource).forceRefresh(true).build();
    var unused = call.run(() -> app.acquireTokenForManagedIdentity(parameters));
    return call.token();
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
