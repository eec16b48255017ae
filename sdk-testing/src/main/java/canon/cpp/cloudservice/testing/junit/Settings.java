package canon.cpp.cloudservice.testing.junit;

import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What is said about the fake of a test.
 *
 * @param sharedBy the class whose tests share one; null if each has its own
 */
record Settings(FakeCloud said, @Nullable Class<?> sharedBy) {

  /** Method before class, class before its superclass, inner before outer, fields last. */
  static Settings of(ExtensionContext context) {
    return ofMethod(context)
        .or(() -> ofClass(context))
        .or(() -> ofField(context))
        .orElseThrow(() -> new ExtensionConfigurationException("Nobody says @FakeCloud here"));
  }

  private static Optional<Settings> ofMethod(ExtensionContext context) {
    Optional<Method> method = context.getTestMethod();
    Optional<FakeCloud> said =
        method.flatMap(test -> AnnotationSupport.findAnnotation(test, FakeCloud.class));
    if (said.filter(FakeCloud::shared).isPresent()) {
      throw new ExtensionConfigurationException(
          "One method cannot share a fake: say @FakeCloud(shared = true) of its class, not of "
              + method.get());
    }
    return said.map(found -> new Settings(found, null));
  }

  private static Optional<Settings> ofClass(ExtensionContext context) {
    for (Class<?> type = start(context); type != null; type = type.getEnclosingClass()) {
      Class<?> here = type;
      Optional<FakeCloud> said = AnnotationSupport.findAnnotation(type, FakeCloud.class);
      if (said.isPresent()) {
        return said.map(found -> of(found, here));
      }
    }
    return Optional.empty();
  }

  private static Optional<Settings> ofField(ExtensionContext context) {
    for (Class<?> type = start(context); type != null; type = type.getEnclosingClass()) {
      Class<?> here = type;
      Optional<FakeCloud> said =
          AnnotationSupport.findAnnotatedFields(type, FakeCloud.class).stream()
              .map(field -> field.getAnnotation(FakeCloud.class))
              .findFirst();
      if (said.isPresent()) {
        return said.map(found -> of(found, here));
      }
    }
    return Optional.empty();
  }

  private static Settings of(FakeCloud said, Class<?> type) {
    return new Settings(said, said.shared() ? type : null);
  }

  private static @Nullable Class<?> start(ExtensionContext context) {
    return context.getTestClass().orElse(null);
  }
}
