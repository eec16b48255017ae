package canon.cpp.cloudservice.testing.junit;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The annotation that applies to a test.
 *
 * @param sharedBy the class whose tests share one fake; null if each test has its own
 */
record FakeCloudSettings(FakeCloud annotation, @Nullable Class<?> sharedBy) {

  /** Order: method, class, superclass, enclosing class, field. */
  static FakeCloudSettings of(ExtensionContext context) {
    return ofMethod(context)
        .or(() -> ofClass(context))
        .or(() -> ofField(context))
        .orElseThrow(
            () -> new ExtensionConfigurationException("No @FakeCloud annotation applies here"));
  }

  private static Optional<FakeCloudSettings> ofMethod(ExtensionContext context) {
    Optional<Method> method = context.getTestMethod();
    Optional<FakeCloud> annotation =
        method.flatMap(test -> AnnotationSupport.findAnnotation(test, FakeCloud.class));
    if (annotation.filter(FakeCloud::shared).isPresent()) {
      throw new ExtensionConfigurationException(
          "A method cannot share a fake. Put @FakeCloud(shared = true) on its class, not"
              + " on "
              + method.get());
    }
    return annotation.map(found -> new FakeCloudSettings(found, null));
  }

  private static Optional<FakeCloudSettings> ofClass(ExtensionContext context) {
    return first(context, type -> AnnotationSupport.findAnnotation(type, FakeCloud.class));
  }

  private static Optional<FakeCloudSettings> ofField(ExtensionContext context) {
    return first(
        context,
        type ->
            AnnotationSupport.findAnnotatedFields(type, FakeCloud.class).stream()
                .findFirst()
                .flatMap(field -> AnnotationSupport.findAnnotation(field, FakeCloud.class)));
  }

  /**
   * Searches the test classes from inner to outer as JUnit runs them: an inherited nested class
   * runs inside the class that inherits it, not inside the one that declares it.
   */
  private static Optional<FakeCloudSettings> first(
      ExtensionContext context, Function<Class<?>, Optional<FakeCloud>> annotationOf) {
    for (Optional<ExtensionContext> at = Optional.of(context);
        at.isPresent();
        at = at.get().getParent()) {
      Optional<FakeCloudSettings> settings =
          at.get()
              .getTestClass()
              .flatMap(type -> annotationOf.apply(type).map(annotation -> of(annotation, type)));
      if (settings.isPresent()) {
        return settings;
      }
    }
    return Optional.empty();
  }

  private static FakeCloudSettings of(FakeCloud annotation, Class<?> type) {
    return new FakeCloudSettings(annotation, annotation.shared() ? type : null);
  }
}
