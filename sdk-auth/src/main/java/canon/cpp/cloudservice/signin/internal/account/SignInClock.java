package canon.cpp.cloudservice.signin.internal.account;

import canon.cpp.cloudservice.internal.concurrent.SystemTimer;
import canon.cpp.cloudservice.time.Timer;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The time of one provider, and its name. What was given to it is not closed. */
public record SignInClock(String provider, Clock clock, Timer timer, @Nullable SystemTimer own)
    implements AutoCloseable {

  /** That of the machine, if none is given. */
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
