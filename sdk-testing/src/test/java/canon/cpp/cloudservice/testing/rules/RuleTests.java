package canon.cpp.cloudservice.testing.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The tests of this package, by the rules that they cite. */
final class RuleTests {
  private final Map<String, Set<String>> classesByRule = new TreeMap<>();

  private RuleTests() {}

  static RuleTests find() {
    RuleTests found = new RuleTests();
    for (Class<?> test : testClasses()) {
      for (Method method : test.getDeclaredMethods()) {
        Rule rule = method.getAnnotation(Rule.class);
        if (rule != null) {
          for (String id : rule.value()) {
            found
                .classesByRule
                .computeIfAbsent(id, absent -> new TreeSet<>())
                .add(test.getSimpleName());
          }
        }
      }
    }
    return found;
  }

  /** The test classes that cite a rule. */
  List<String> of(String rule) {
    return new ArrayList<>(classesByRule.getOrDefault(rule, Set.of()));
  }

  Set<String> rules() {
    return classesByRule.keySet();
  }

  private static List<Class<?>> testClasses() {
    List<Class<?>> classes = new ArrayList<>();
    try {
      Path folder = Path.of(RuleTests.class.getResource("RuleTests.class").toURI()).getParent();
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          String name = file.getFileName().toString();
          if (name.endsWith("Test.class")) {
            classes.add(
                Class.forName(
                    RuleTests.class.getPackageName()
                        + "."
                        + name.substring(0, name.length() - ".class".length())));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
    return classes;
  }
}
