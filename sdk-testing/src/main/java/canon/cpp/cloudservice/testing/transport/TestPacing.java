package canon.cpp.cloudservice.testing.transport;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Short pauses of a slow server and of polling. No result depends on them. */
final class TestPacing {
  private TestPacing() {}

  static void rest(Duration pause) {
    LockSupport.parkNanos(pause.toNanos());
  }
}
