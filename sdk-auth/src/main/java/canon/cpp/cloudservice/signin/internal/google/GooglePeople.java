package canon.cpp.cloudservice.signin.internal.google;

import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.signin.Secret;
import canon.cpp.cloudservice.signin.internal.person.People;
import canon.cpp.cloudservice.time.Timer;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Everybody who signs in with one program at Google. */
public final class GooglePeople {
  private GooglePeople() {}

  /**
   * The ways in which they sign in.
   *
   * @param timer measures and waits; null for the machine's time
   */
  public static People of(
      HttpTransport network,
      String clientId,
      Secret clientSecret,
      GoogleAddresses addresses,
      Clock clock,
      @Nullable Timer timer) {
    GoogleClientApp app = new GoogleClientApp(network, clientId, clientSecret, addresses, clock);
    return new People(
        "Google",
        addresses + ", client " + clientId,
        personTime -> new GooglePerson(app, new DeviceSignIn(app, personTime)),
        clock,
        timer);
  }
}
