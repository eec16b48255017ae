package canon.cpp.cloudservice.benchmarks.compare;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/**
 * Measures what this process does between its creation and {@link #cost}. Bytes and processor time
 * of threads that end in between are not counted, so the clients must keep theirs.
 */
final class Meter {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Map<Long, Use> before = threads();
  private final long processorBefore = PROCESS.getProcessCpuTime();
  private final long start = System.nanoTime();

  /** What a thread has used since its start. */
  private record Use(long bytes, long nanos) {
    static final Use NONE = new Use(0, 0);
  }

  Cost cost(long operations) {
    double nanos = System.nanoTime() - start;
    double processorNanos = PROCESS.getProcessCpuTime() - processorBefore;
    double threadNanos = 0;
    double bytes = 0;
    for (Map.Entry<Long, Use> thread : threads().entrySet()) {
      Use earlier = before.getOrDefault(thread.getKey(), Use.NONE);
      threadNanos += thread.getValue().nanos() - earlier.nanos();
      bytes += thread.getValue().bytes() - earlier.bytes();
    }
    return new Cost(
        nanos / 1e3 / operations,
        processorNanos / 1e3 / operations,
        threadNanos / 1e3 / operations,
        bytes / operations);
  }

  private static Map<Long, Use> threads() {
    long[] ids = THREADS.getAllThreadIds();
    long[] bytes = THREADS.getThreadAllocatedBytes(ids);
    long[] nanos = THREADS.getThreadCpuTime(ids);
    Map<Long, Use> result = new HashMap<>();
    for (int i = 0; i < ids.length; i++) {
      if (bytes[i] > 0) {
        result.put(ids[i], new Use(bytes[i], nanos[i]));
      }
    }
    return result;
  }
}
