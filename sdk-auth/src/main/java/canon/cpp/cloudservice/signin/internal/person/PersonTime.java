package canon.cpp.cloudservice.signin.internal.person;

import canon.cpp.cloudservice.internal.concurrent.SystemTimer;
import canon.cpp.cloudservice.time.Timer;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The time of one provider, and its name. What was given to it is not closed. */
record PersonTime(String provider, Clock clock, Timer timer, @Nullable SystemTimer own)
    implements AutoCloseable {

  static PersonTime of(String provider, Clock clock, @Nullable Timer given) {
    if (given != null) {
      return new PersonTime(provider, clock, given, null);
    }
    SystemTimer own = new SystemTimer("sign-in-timer");
    return new PersonTime(provider, clock, own, own);
  }

  @Override
  public void close() {
    if (own != null) {
      own.close();
    }
  }
}
