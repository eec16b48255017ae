package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.internal.http.Urls;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.PublicClientApplication;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Begins calls of msal4j to a tenant. */
final class MsalCalls {
  /** For people, in messages. */
  static final String NAME = "Microsoft";

  private final MicrosoftSettings settings;
  private final IdentityHttp http;
  private final EntraSender sender;

  MsalCalls(MicrosoftSettings settings) {
    this.settings = settings;
    this.http = settings.http(NAME);
    this.sender = new EntraSender(http);
  }

  IdentityHttp http() {
    return http;
  }

  EntraSender sender() {
    return sender;
  }

  MsalCall begin(TokenRequest request) {
    return begin(sender, request.claims().orElse(null), request.timeLeft());
  }

  MsalCall begin(MsalSender sender, @Nullable String claims, Duration timeLeft) {
    return new MsalCall(
        http,
        new MsalHttp(
            sender, this::address, settings.clock(), settings.nanoTime(), claims, timeLeft));
  }

  /**
   * Where a request really goes: to the cloud of this program and nowhere else, at its port, which
   * msal4j does not know.
   */
  private URI address(URI asked) {
    if (!Urls.sameOrigin(URI.create(settings.cloudWithoutPort()), asked)) {
      throw http.failure(AuthenticationErrorKind.OTHER)
          .summary("the sign-in belongs to " + Urls.origin(asked) + ", not to " + settings.cloud())
          .remedy("Check the authority, or sign in anew.")
          .build();
    }
    return settings.cloud().resolve(asked.getRawPath());
  }

  /** A program that proves itself. */
  ConfidentialClientApplication program(MsalCall call, ClientCredential credential) {
    return call.wire(
            ConfidentialClientApplication.builder(
                settings.clientId(), MsalCredentials.of(credential, http)),
            settings)
        .build();
  }

  /** A program that cannot keep a secret. */
  PublicClientApplication publicProgram(MsalCall call) {
    return call.wire(PublicClientApplication.builder(settings.clientId()), settings).build();
  }
}
