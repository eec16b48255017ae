package canon.cpp.cloudservice.signin.internal.google;

import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.signin.Secret;
import canon.cpp.cloudservice.signin.internal.user.Registration;
import canon.cpp.cloudservice.signin.internal.user.UserSignInFlows;
import canon.cpp.cloudservice.time.Timer;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Creates the sign-in flows of an application at Google. */
public final class GoogleUserSignInFlows {
  private GoogleUserSignInFlows() {}

  /**
   * Creates the flows.
   *
   * @param timer measures time; null for a timer of its own for each user
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
        new Registration(
            "Google", addresses + ", client " + clientId, addresses.issuers()::contains),
        userTimer -> new GoogleUserGrant(app, new GoogleDeviceFlow(app, userTimer)),
        clock,
        timer);
  }
}
