package canon.cpp.cloudservice.testing.junit;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What is said about the fake of a test.
 *
 * @param sharedBy the class whose tests share one; null if each has its own
 */
record FakeCloudSettings(FakeCloud said, @Nullable Class<?> sharedBy) {

  /** Method before class, class before its superclass, inner before outer, fields last. */
  static FakeCloudSettings of(ExtensionContext context) {
    return ofMethod(context)
        .or(() -> ofClass(context))
        .or(() -> ofField(context))
        .orElseThrow(() -> new ExtensionConfigurationException("Nobody says @FakeCloud here"));
  }

  private static Optional<FakeCloudSettings> ofMethod(ExtensionContext context) {
    Optional<Method> method = context.getTestMethod();
    Optional<FakeCloud> said =
        method.flatMap(test -> AnnotationSupport.findAnnotation(test, FakeCloud.class));
    if (said.filter(FakeCloud::shared).isPresent()) {
      throw new ExtensionConfigurationException(
          "One method cannot share a fake: say @FakeCloud(shared = true) of its class, not of "
              + method.get());
    }
    return said.map(found -> new FakeCloudSettings(found, null));
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
   * Climbs the test classes as JUnit runs them: a nested class that is inherited runs inside the
   * class that inherits it, not inside the one that declares it.
   */
  private static Optional<FakeCloudSettings> first(
      ExtensionContext context, Function<Class<?>, Optional<FakeCloud>> saidBy) {
    for (Optional<ExtensionContext> at = Optional.of(context);
        at.isPresent();
        at = at.get().getParent()) {
      Optional<FakeCloudSettings> settings =
          at.get().getTestClass().flatMap(type -> saidBy.apply(type).map(said -> of(said, type)));
      if (settings.isPresent()) {
        return settings;
      }
    }
    return Optional.empty();
  }

  private static FakeCloudSettings of(FakeCloud said, Class<?> type) {
    return new FakeCloudSettings(said, said.shared() ? type : null);
  }
}
