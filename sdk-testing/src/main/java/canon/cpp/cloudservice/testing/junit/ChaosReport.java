package canon.cpp.cloudservice.testing.junit;

import canon.cpp.cloudservice.testing.RequestLog;

/** Suppressed exception of a failed test that shows the chaos seed and the log of the fake. */
final class ChaosReport extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ChaosReport(long seed, RequestLog log) {
    super(
        "This test ran under @FakeCloud(chaosSeed = "
            + seed
            + "). The log:"
            + System.lineSeparator()
            + log,
        null,
        false,
        false);
  }
}
