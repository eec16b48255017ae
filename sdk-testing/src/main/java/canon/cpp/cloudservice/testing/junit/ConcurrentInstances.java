package canon.cpp.cloudservice.testing.junit;

import java.util.Optional;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Recognises test instances that several tests use at the same time. */
final class ConcurrentInstances {
  private static final String PARALLEL = "junit.jupiter.execution.parallel.enabled";

  private ConcurrentInstances() {}

  /**
   * Returns whether tests run concurrently on one instance of a class: the class has one instance
   * for all of its methods, and the test or a class between them may run concurrently.
   */
  static boolean isShared(Class<?> type, ExtensionContext test) {
    if (!test.getConfigurationParameter(PARALLEL, Boolean::parseBoolean).orElse(false)) {
      return false;
    }
    boolean concurrent = false;
    for (Optional<ExtensionContext> at = Optional.of(test);
        at.isPresent();
        at = at.get().getParent()) {
      ExtensionContext here = at.get();
      if (here.getTestMethod().isEmpty() && here.getTestClass().equals(Optional.of(type))) {
        return concurrent
            && here.getTestInstanceLifecycle().equals(Optional.of(Lifecycle.PER_CLASS));
      }
      concurrent |= here.getExecutionMode() == ExecutionMode.CONCURRENT;
    }
    return false;
  }
}
