package canon.cpp.cloudservice.benchmarks.compare;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/**
 * Measures what this process does between its creation and {@link #cost}. Bytes of threads that end
 * in between are not counted, so the clients must keep theirs.
 */
final class Meter {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Map<Long, Long> bytesBefore = allocatedBytes();
  private final long processorBefore = PROCESS.getProcessCpuTime();
  private final long start = System.nanoTime();

  Cost cost(long operations) {
    double micros = (System.nanoTime() - start) / 1e3;
    double processorMicros = (PROCESS.getProcessCpuTime() - processorBefore) / 1e3;
    long bytes = 0;
    for (Map.Entry<Long, Long> thread : allocatedBytes().entrySet()) {
      bytes += thread.getValue() - bytesBefore.getOrDefault(thread.getKey(), 0L);
    }
    return new Cost(micros / operations, processorMicros / operations, (double) bytes / operations);
  }

  private static Map<Long, Long> allocatedBytes() {
    long[] ids = THREADS.getAllThreadIds();
    long[] bytes = THREADS.getThreadAllocatedBytes(ids);
    Map<Long, Long> result = new HashMap<>();
    for (int i = 0; i < ids.length; i++) {
      if (bytes[i] > 0) {
        result.put(ids[i], bytes[i]);
      }
    }
    return result;
  }
}
