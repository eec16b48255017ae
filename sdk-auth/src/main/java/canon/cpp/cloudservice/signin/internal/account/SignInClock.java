package canon.cpp.cloudservice.signin.internal.account;

import canon.cpp.cloudservice.internal.concurrent.SystemTimer;
import canon.cpp.cloudservice.time.Timer;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The clock and timer of one provider, and its name. It does not close what it was given. */
public record SignInClock(String provider, Clock clock, Timer timer, @Nullable SystemTimer own)
    implements AutoCloseable {

  /** Returns the time of the machine if none is given. */
  public static SignInClock of(String provider, Clock clock, @Nullable Timer given) {
    if (given != null) {
      return new SignInClock(provider, clock, given, null);
    }
    SystemTimer own = new SystemTimer("sign-in-timer");
    return new SignInClock(provider, clock, own, own);
  }

  @Override
  public void close() {
    if (own != null) {
      own.close();
    }
  }
}
