package canon.cpp.cloudservice.testing.transport;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The pace of a slow server, and of looking again. No test's result hangs on it. */
final class TestPacing {
  private TestPacing() {}

  static void rest(Duration pause) {
    LockSupport.parkNanos(pause.toNanos());
  }
}
