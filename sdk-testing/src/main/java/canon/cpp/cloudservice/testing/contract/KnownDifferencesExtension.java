package canon.cpp.cloudservice.testing.contract;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/**
 * Reports a failed test on the list of {@link KnownDifferences} as skipped, with its reason, and
 * fails it when it passes.
 */
final class KnownDifferencesExtension implements InvocationInterceptor, AfterEachCallback {
  private static final ExtensionContext.Namespace CASES =
      ExtensionContext.Namespace.create(KnownDifferencesExtension.class);

  @Override
  public void interceptTestMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context)
      throws Throwable {
    judge(kit(context), test(context), invocation);
  }

  @Override
  public <T extends @Nullable Object> T interceptTestFactoryMethod(
      Invocation<T> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context)
      throws Throwable {
    return judge(kit(context), test(context), invocation);
  }

  @Override
  public void interceptDynamicTest(
      Invocation<@Nullable Void> invocation,
      DynamicTestInvocationContext invocationContext,
      ExtensionContext context)
      throws Throwable {
    ExtensionContext factory = context.getParent().orElseThrow();
    String test = test(factory) + "[" + context.getDisplayName() + "]";
    cases(factory).add(test);
    judge(kit(factory), test, invocation);
  }

  /** Fails if the list names a case that its factory does not have. */
  @Override
  public void afterEach(ExtensionContext context) {
    if (!context.getRequiredTestMethod().isAnnotationPresent(TestFactory.class)
        || context.getExecutionException().isPresent()) {
      return;
    }
    Set<String> unknown = new TreeSet<>(kit(context).knownDifferences().tests());
    unknown.removeIf(test -> !test.startsWith(test(context) + "["));
    unknown.removeAll(cases(context));
    if (!unknown.isEmpty()) {
      throw new AssertionError("The known differences name cases that do not exist: " + unknown);
    }
  }

  private static <T extends @Nullable Object> T judge(
      CloudServiceContractKit kit, String test, Invocation<T> invocation) throws Throwable {
    Optional<String> reason = kit.knownDifferences().reason(test);
    T result;
    try {
      result = invocation.proceed();
    } catch (TestAbortedException e) {
      throw e;
    } catch (Throwable e) {
      if (reason.isEmpty()) {
        throw e;
      }
      throw new TestAbortedException("Known difference: " + reason.get(), e);
    }
    if (reason.isPresent()) {
      throw new AssertionError(
          test + " passes: remove it from the known differences. Its reason was: " + reason.get());
    }
    return result;
  }

  private static String test(ExtensionContext context) {
    return context.getRequiredTestClass().getSimpleName()
        + "."
        + context.getRequiredTestMethod().getName();
  }

  private static CloudServiceContractKit kit(ExtensionContext context) {
    return context
        .getRequiredTestInstances()
        .findInstance(CloudServiceContractKit.class)
        .orElseThrow();
  }

  /** Uses get and put: the method that does both has another name in JUnit 5. */
  @SuppressWarnings("unchecked")
  private static synchronized Set<String> cases(ExtensionContext factory) {
    Store store = factory.getStore(CASES);
    Set<String> cases = store.get(test(factory), Set.class);
    if (cases == null) {
      cases = ConcurrentHashMap.newKeySet();
      store.put(test(factory), cases);
    }
    return cases;
  }
}
