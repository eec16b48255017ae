package canon.cpp.cloudservice.testing.rules;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/**
 * Runs an {@link EveryMode} test once for each {@link FakeMode}, with a {@link RuleContext} of its
 * own.
 */
final class EveryModeExtension implements TestTemplateInvocationContextProvider {

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    return Arrays.stream(FakeMode.values()).map(OneMode::new);
  }

  private record OneMode(FakeMode mode) implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int invocation) {
      return mode.toString();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new SceneResolver(new RuleContext(mode)));
    }
  }

  private record SceneResolver(RuleContext scene) implements ParameterResolver, AfterEachCallback {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == RuleContext.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return scene;
    }

    @Override
    public void afterEach(ExtensionContext context) {
      scene.close();
    }
  }
}
