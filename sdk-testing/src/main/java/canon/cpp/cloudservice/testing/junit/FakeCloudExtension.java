package canon.cpp.cloudservice.testing.junit;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Creates the fakes of {@link FakeCloud} when they are needed, and closes them. The annotation
 * registers this extension; tests need not name it:
 *
 * <pre>{@code
 * @FakeCloud                // instead of @ExtendWith(FakeCloudExtension.class)
 * class MembersTest { … }
 * }</pre>
 */
@SuppressWarnings("exports") // The module requires JUnit only where this package is used.
public final class FakeCloudExtension
    implements ParameterResolver,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        TestExecutionExceptionHandler,
        LifecycleMethodExecutionExceptionHandler {
  private static final Namespace NAMESPACE = Namespace.create(FakeCloudExtension.class);
  private static final Object LOCK = new Object();

  /** Called by JUnit. */
  public FakeCloudExtension() {}

  /** Where a fake is stored: in the context of one test, or of a class. */
  private record Place(ExtensionContext context, Object key) {
    static Optional<Place> of(ExtensionContext context, FakeCloudSettings settings) {
      Class<?> owner = settings.sharedBy();
      if (owner == null) {
        return context.getTestMethod().map(test -> new Place(context, "own"));
      }
      for (Optional<ExtensionContext> at = Optional.of(context);
          at.isPresent();
          at = at.get().getParent()) {
        ExtensionContext here = at.get();
        if (here.getTestMethod().isEmpty() && here.getTestClass().equals(Optional.of(owner))) {
          return Optional.of(new Place(here, owner));
        }
      }
      return Optional.empty();
    }

    @Nullable FakeCloudContext existing() {
      return context.getStore(NAMESPACE).get(key, FakeCloudContext.class);
    }

    FakeCloudContext getOrCreate(FakeCloud settings) {
      synchronized (LOCK) {
        FakeCloudContext fake = existing();
        if (fake == null) {
          fake = new FakeCloudContext(settings);
          context.getStore(NAMESPACE).put(key, fake);
        }
        return fake;
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return FakeCloudContext.TYPES.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    FakeCloudSettings settings = FakeCloudSettings.of(context);
    return Place.of(context, settings)
        .orElseThrow(
            () ->
                new ParameterResolutionException(
                    "Every test has its own fake, so there is none yet for "
                        + parameter.getDeclaringExecutable()
                        + ". To share one fake among all tests, use @FakeCloud(shared = true)"))
        .getOrCreate(settings.annotation())
        .get(parameter.getParameter().getType());
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IllegalAccessException {
    for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
      for (Field field :
          AnnotationSupport.findAnnotatedFields(instance.getClass(), FakeCloud.class)) {
        set(field, instance, context);
      }
    }
  }

  private static void set(Field field, Object instance, ExtensionContext context)
      throws IllegalAccessException {
    boolean settable = (field.getModifiers() & (Modifier.STATIC | Modifier.FINAL)) == 0;
    if (!settable || !FakeCloudContext.TYPES.contains(field.getType())) {
      throw new ExtensionConfigurationException(
          "A field with @FakeCloud is neither static nor final and has one of the types "
              + FakeCloudContext.TYPES
              + "; this one does not: "
              + field);
    }
    FakeCloudSettings settings = FakeCloudSettings.of(context);
    if (settings.sharedBy() == null && ConcurrentInstances.isShared(instance.getClass(), context)) {
      throw new ExtensionConfigurationException(
          "The methods of "
              + instance.getClass().getName()
              + " run concurrently on one instance, so they cannot share the field "
              + field.getName()
              + ". Use a method parameter, Lifecycle.PER_METHOD or @FakeCloud(shared = true)");
    }
    FakeCloudContext fake =
        Place.of(context, settings).orElseThrow().getOrCreate(settings.annotation());
    field.setAccessible(true);
    field.set(instance, fake.get(field.getType()));
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    throw withChaosReport(context, thrown);
  }

  @Override
  public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    throw withChaosReport(context, thrown);
  }

  @Override
  public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    throw withChaosReport(context, thrown);
  }

  private static Throwable withChaosReport(ExtensionContext context, Throwable thrown) {
    return Place.of(context, FakeCloudSettings.of(context))
        .map(Place::existing)
        .map(fake -> fake.withChaosReport(thrown))
        .orElse(thrown);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    FakeCloudSettings settings = FakeCloudSettings.of(context);
    FakeCloudContext fake = Place.of(context, settings).map(Place::existing).orElse(null);
    if (fake == null) {
      return;
    }
    try {
      fake.checkModelled();
    } finally {
      if (settings.sharedBy() == null) {
        fake.close();
      }
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    FakeCloudSettings settings = FakeCloudSettings.of(context);
    if (context.getTestClass().equals(Optional.ofNullable(settings.sharedBy()))) {
      Place.of(context, settings)
          .map(Place::existing)
          .ifPresent(
              fake -> {
                try {
                  fake.checkModelled();
                } finally {
                  fake.close();
                }
              });
    }
  }
}
