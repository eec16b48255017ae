package canon.cpp.cloudservice.signin.internal.google;

import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.signin.Secret;
import canon.cpp.cloudservice.signin.internal.user.UserSignInFlows;
import canon.cpp.cloudservice.time.Timer;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Everybody who signs in with one program at Google. */
public final class GoogleUserSignInFlows {
  private GoogleUserSignInFlows() {}

  /**
   * The ways in which they sign in.
   *
   * @param timer measures and waits; null for the machine's time
   */
  public static UserSignInFlows of(
      HttpTransport network,
      String clientId,
      Secret clientSecret,
      GoogleAddresses addresses,
      Clock clock,
      @Nullable Timer timer) {
    GoogleClientApp app = new GoogleClientApp(network, clientId, clientSecret, addresses, clock);
    return new UserSignInFlows(
        "Google",
        addresses + ", client " + clientId,
        personTime -> new GoogleUserGrant(app, new GoogleDeviceFlow(app, personTime)),
        clock,
        timer);
  }
}
