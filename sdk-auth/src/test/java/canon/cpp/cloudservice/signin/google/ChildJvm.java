package canon.cpp.cloudservice.signin.google;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A Java of its own, for what can only be set or seen for a whole JVM. */
public final class ChildJvm {
  private ChildJvm() {}

  /** Runs a program; gives all that was printed. */
  static String run(Class<?> program, Map<String, String> environment, String... arguments) {
    return run(program, environment, jar -> true, arguments);
  }

  /**
   * Runs a program with some of the class path only.
   *
   * @param keep which of its entries, by their addresses
   */
  public static String run(
      Class<?> program,
      Map<String, String> environment,
      Predicate<String> keep,
      String... arguments) {
    return run(environment, List.of("-cp", classPath(keep), program.getName()), arguments);
  }

  /**
   * Runs a program on the class path against modules.
   *
   * @param program in a package that no module has
   * @param classes where it is
   * @param keep what is on the module path, of this JVM's class path
   * @param modules the modules that it requires
   */
  public static String runWithModules(
      Class<?> program, String classes, Predicate<String> keep, String modules) {
    return run(
        Map.of(),
        List.of(
            "-p", classPath(keep), "--add-modules", modules, "-cp", classes, program.getName()));
  }

  private static String run(
      Map<String, String> environment, List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // It lives for a second, which is no time to compile well.
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(options);
    command.addAll(Arrays.asList(arguments));
    try {
      Path output = Files.createTempFile("child", ".log");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process child = builder.start();
        try {
          if (!child.waitFor(1, TimeUnit.MINUTES)) {
            throw new AssertionError("The child did not end");
          }
        } finally {
          child.destroyForcibly();
        }
        return Files.readString(output);
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Surefire starts from a jar that names the others, and keeps the list in a property. */
  private static String classPath(Predicate<String> keep) {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(all.split(File.pathSeparator))
        .filter(keep)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
