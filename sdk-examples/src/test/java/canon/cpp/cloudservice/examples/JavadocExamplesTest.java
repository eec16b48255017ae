package canon.cpp.cloudservice.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples in the javadoc compile. Names that an example does not declare are those of {@link
 * JavadocContext}; an ellipsis stands for code that is left out.
 */
class JavadocExamplesTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern EXAMPLE =
      Pattern.compile("(?s)<pre>\\{@code\\R(.*?)\\R\\s*\\* \\}</pre>");
  private static final Pattern DECLARATION =
      Pattern.compile("(?s)(?:public final )?class .*|@FakeCloud.*");
  private static final List<String> OPTIONS =
      List.of(
          "-proc:none",
          "-Xlint:none",
          "-Xmaxerrs",
          "1000",
          "--should-stop=ifError=FLOW",
          "-cp",
          System.getProperty("java.class.path"));

  /** An example with the errors of the compiler. */
  private record Compiled(String place, String code, String errors) {
    @Override
    public String toString() {
      return place;
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleInTheJavadocCompiles(Compiled example) {
    assertThat(example.errors()).as(example.code()).isEmpty();
  }

  @Test
  void anExampleWithAnUnknownMethodIsFound() {
    List<Source> sources = List.of(new Source(0, "Offender", "client.users().invented();"));

    assertThat(compile(sources))
        .singleElement()
        .satisfies(example -> assertThat(example.errors()).contains("invented"));
  }

  static List<Compiled> examples() throws IOException {
    List<Source> sources = new ArrayList<>();
    for (Path file : publicFiles()) {
      EXAMPLE
          .matcher(Files.readString(file))
          .results()
          .map(example -> example.group(1).replaceAll("(?m)^\\s*\\* ?", ""))
          .filter(code -> !code.startsWith("#"))
          .forEach(code -> sources.add(new Source(sources.size(), file.toString(), code)));
    }
    return compile(sources);
  }

  private static List<Path> publicFiles() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      List<Path> found = new ArrayList<>();
      for (Path sources : folders.map(folder -> folder.resolve("src/main/java")).toList()) {
        if (Files.exists(sources.resolve("module-info.java"))) {
          try (Stream<Path> files = Files.walk(sources)) {
            files
                .filter(file -> file.toString().endsWith(".java"))
                .filter(file -> !file.toString().contains("internal"))
                .sorted()
                .forEach(found::add);
          }
        }
      }
      return found;
    }
  }

  private static List<Compiled> compile(List<Source> sources) {
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, problems, OPTIONS, null, sources);
    try {
      task.parse();
      task.analyze();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sources.stream()
        .map(source -> new Compiled(source.place, source.code, source.errors(problems)))
        .toList();
  }

  /** An example, completed to a class. */
  private static final class Source extends SimpleJavaFileObject {
    private final String place;
    private final String code;
    private final String content;

    Source(int number, String place, String code) {
      super(URI.create("string:///JavadocExample" + number + ".java"), Kind.SOURCE);
      this.place = place;
      this.code = code;
      String complete = complete(code);
      String body =
          DECLARATION.matcher(complete).matches()
              ? complete
              : "void example() throws Exception {\n" + complete + "\n}";
      this.content =
          JavadocContext.IMPORTS
              + "abstract class JavadocExample"
              + number
              + " extends JavadocContext {\n"
              + body
              + "\n}";
    }

    /** Replaces what an example leaves out. */
    private static String complete(String code) {
      String complete =
          code.replace("{ … }", "{}")
              .replace("= …;", "= any();")
              .replaceAll("(->|\\)) …", "$1 {}")
              .replaceAll("\\)…", ");")
              .replace("…", "");
      if (complete.startsWith("} catch")) {
        complete = "try {\nwork();\n" + complete;
      }
      if (complete.startsWith(".")) {
        complete = "CloudServiceClient.builder(address)\n" + complete + ".build();";
      }
      return complete;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return content;
    }

    private String errors(DiagnosticCollector<JavaFileObject> problems) {
      return problems.getDiagnostics().stream()
          .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
          .filter(problem -> equals(problem.getSource()))
          .map(problem -> problem.getMessage(Locale.ROOT))
          .collect(Collectors.joining("\n"));
    }
  }
}
