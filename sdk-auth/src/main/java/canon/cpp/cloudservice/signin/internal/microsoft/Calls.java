package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.PublicClientApplication;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Begins calls of msal4j to a tenant. */
final class Calls {
  /** For people, in messages. */
  static final String NAME = "Microsoft";

  private final MicrosoftSettings settings;
  private final IdentityHttp http;
  private final EntraSender sender;

  Calls(MicrosoftSettings settings) {
    this.settings = settings;
    this.http = settings.http(NAME);
    this.sender = new EntraSender(http, settings.cloud());
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

  MsalCall begin(Sender sender, @Nullable String claims, Duration timeLeft) {
    return new MsalCall(
        http, new MsalHttp(sender, settings.clock(), settings.nanoTime(), claims, timeLeft));
  }

  /** A program that proves itself. */
  ConfidentialClientApplication program(MsalCall call, ProgramCredential credential) {
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
