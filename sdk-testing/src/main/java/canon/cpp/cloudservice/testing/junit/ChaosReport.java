package canon.cpp.cloudservice.testing.junit;

import canon.cpp.cloudservice.testing.RequestLog;

/**
 * Stands below the failure of a test, and says under which seed it ran and what reached the fake.
 */
final class ChaosReport extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ChaosReport(long seed, RequestLog log) {
    super(
        "This ran under @FakeCloud(chaosSeed = "
            + seed
            + "). The log:"
            + System.lineSeparator()
            + log,
        null,
        false,
        false);
  }
}
