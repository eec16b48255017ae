package canon.cpp.cloudservice.signin.harness;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A separate JVM, for settings and effects of a whole process. */
public final class ChildJvm {
  private final List<String> options = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private Predicate<String> keep = entry -> true;

  /** Logs from this level on, in the format of slf4j-simple. */
  public ChildJvm logging(String level) {
    options.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=" + level);
    return this;
  }

  /** Adds these environment variables. Variables of this machine that name a cloud are omitted. */
  public ChildJvm with(Map<String, String> variables) {
    environment.putAll(variables);
    return this;
  }

  /**
   * Uses only a part of this JVM's class path.
   *
   * @param entries selects entries by their addresses
   */
  public ChildJvm keeping(Predicate<String> entries) {
    keep = entries;
    return this;
  }

  /** Runs a program on the class path, and returns all that it printed and logged. */
  public String run(Class<?> program, String... arguments) {
    return run(List.of("-cp", classPath(), program.getName()), arguments);
  }

  /**
   * Runs a program on the class path against modules.
   *
   * @param program in a package that is in no module
   * @param modules the modules that it requires, from the selected part of this JVM's class path
   */
  public String runWithModules(Class<?> program, String modules) {
    String classes = program.getProtectionDomain().getCodeSource().getLocation().getPath();
    return run(
        List.of("-p", classPath(), "--add-modules", modules, "-cp", classes, program.getName()));
  }

  /**
   * Runs a program on the class path against modules, with libraries beside it on the class path.
   *
   * @param program in a package that is in no module
   * @param modules the modules that it requires
   * @param onClassPath selects the entries of this JVM's class path that are on the class path
   *     there; the other selected entries are on the module path
   */
  public String runWithModules(Class<?> program, String modules, Predicate<String> onClassPath) {
    String classes = program.getProtectionDomain().getCodeSource().getLocation().getPath();
    String beside = classPath(entry -> keep.test(entry) && onClassPath.test(entry));
    String path = classPath(entry -> keep.test(entry) && !onClassPath.test(entry));
    return run(
        List.of(
            "-p",
            path,
            "--add-modules",
            modules,
            "-cp",
            classes + File.pathSeparator + beside,
            program.getName()));
  }

  private String run(List<String> what, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // The process runs for about a second, so compilation does not pay off.
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(options);
    command.addAll(what);
    command.addAll(Arrays.asList(arguments));
    try {
      Path output = Files.createTempFile("child", ".log");
      try {
        run(command, output);
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

  private void run(List<String> command, Path output) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.matches("(IDENTITY|MSI|AZURE|IMDS)_.*"));
    builder.environment().putAll(environment);
    Process child = builder.start();
    try {
      if (!child.waitFor(2, TimeUnit.MINUTES)) {
        throw new AssertionError("The child did not end");
      }
    } finally {
      child.destroyForcibly();
    }
  }

  /** Surefire starts from a jar that names the others, and stores the list in a property. */
  private String classPath() {
    return classPath(keep);
  }

  private static String classPath(Predicate<String> which) {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(all.split(File.pathSeparator))
        .filter(which)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
