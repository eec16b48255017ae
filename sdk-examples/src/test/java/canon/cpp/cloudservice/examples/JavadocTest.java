package canon.cpp.cloudservice.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that a host can use has javadoc. */
class JavadocTest {
  private static final Path ROOT = Path.of("..");
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  static Stream<Path> publishedModules() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders
          .map(folder -> folder.resolve("src/main/java"))
          .filter(sources -> Files.exists(sources.resolve("module-info.java")))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("publishedModules")
  void everyPublicTypeMethodAndConstantHasJavadoc(Path sources) throws IOException {
    assertThat(undocumented(files(sources))).isEmpty();
  }

  @Test
  void whatLacksJavadocIsFound() throws IOException {
    String source =
        """
        package p;
        /** Documented. */
        public class Offender {
          public static final int CONSTANT = 1;
          /** Documented. */
          public void documented() {}
          public void method() {}
          protected int field;
          @Override public String toString() { return ""; }
          void hidden() {}
          public interface Inner { void operation(); }
        }
        """;

    assertThat(undocumented(List.of(new Source(source))))
        .containsExactlyInAnyOrder(
            "Offender.CONSTANT",
            "Offender.method",
            "Offender.field",
            "Offender.Inner",
            "Inner.operation");
  }

  private static List<JavaFileObject> files(Path sources) throws IOException {
    StandardJavaFileManager manager = COMPILER.getStandardFileManager(null, null, null);
    try (Stream<Path> files = Files.walk(sources)) {
      List<Path> exported =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.toString().contains("/internal/"))
              .filter(file -> !file.endsWith("module-info.java"))
              .toList();
      List<JavaFileObject> objects = new ArrayList<>();
      manager.getJavaFileObjectsFromPaths(exported).forEach(objects::add);
      return objects;
    }
  }

  private static List<String> undocumented(List<JavaFileObject> files) throws IOException {
    JavacTask task = (JavacTask) COMPILER.getTask(null, null, null, null, null, files);
    DocTrees docs = DocTrees.instance(task);
    List<String> found = new ArrayList<>();
    for (CompilationUnitTree unit : task.parse()) {
      new Scanner(docs, found).scan(unit, null);
    }
    return found;
  }

  /** Collects the API without javadoc. */
  private static final class Scanner extends TreePathScanner<Void, Void> {
    private final DocTrees docs;
    private final List<String> found;

    Scanner(DocTrees docs, List<String> found) {
      this.docs = docs;
      this.found = found;
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
      if (!isVisible(type.getModifiers())) {
        return null;
      }
      check(type.getSimpleName().toString());
      return super.visitClass(type, null);
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      boolean override = method.getModifiers().toString().contains("@Override");
      if (isVisible(method.getModifiers()) && !override && !isCompactConstructor(method)) {
        check(method.getName().toString());
      }
      return null;
    }

    @Override
    public Void visitVariable(VariableTree field, Void unused) {
      boolean component = enclosing().getKind() == Tree.Kind.RECORD && !isStatic(field);
      boolean enumConstant = enclosing().getKind() == Tree.Kind.ENUM && isStatic(field);
      if (!component && (enumConstant || isVisible(field.getModifiers()))) {
        check(field.getName().toString());
      }
      return null;
    }

    /** The component list of the record describes it. */
    private boolean isCompactConstructor(MethodTree method) {
      return enclosing().getKind() == Tree.Kind.RECORD
          && method.getReturnType() == null
          && docs.getDocComment(getCurrentPath()) == null
          && method.getParameters().size()
              == enclosing().getMembers().stream()
                  .filter(member -> member instanceof VariableTree field && !isStatic(field))
                  .count();
    }

    private static boolean isStatic(VariableTree field) {
      return field.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    private boolean isVisible(ModifiersTree modifiers) {
      Set<Modifier> flags = modifiers.getFlags();
      return flags.contains(Modifier.PUBLIC)
          || flags.contains(Modifier.PROTECTED)
          || (isInInterface() && !flags.contains(Modifier.PRIVATE));
    }

    private boolean isInInterface() {
      Tree outer = outer();
      return outer != null
          && (outer.getKind() == Tree.Kind.INTERFACE
              || outer.getKind() == Tree.Kind.ANNOTATION_TYPE);
    }

    private ClassTree enclosing() {
      return (ClassTree) outer();
    }

    private Tree outer() {
      TreePath parent = getCurrentPath().getParentPath();
      return parent == null ? null : parent.getLeaf();
    }

    private void check(String name) {
      String comment = docs.getDocComment(getCurrentPath());
      if (comment == null || comment.isBlank()) {
        Tree outer = outer();
        String prefix = outer instanceof ClassTree type ? type.getSimpleName() + "." : "";
        found.add(prefix + name);
      }
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///p/Offender.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
