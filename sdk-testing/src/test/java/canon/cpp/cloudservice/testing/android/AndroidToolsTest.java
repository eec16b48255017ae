package canon.cpp.cloudservice.testing.android;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.testing.FakeCloudService;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.codehaus.mojo.animal_sniffer.SignatureChecker;
import org.codehaus.mojo.animal_sniffer.logging.PrintWriterLogger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * The compilers and shrinkers of Android accept sdk-core and its dependencies. The system property
 * {@code android.tools} names the folder to which the build copies them.
 */
@Tag("android")
@EnabledIfSystemProperty(named = "android.tools", matches = ".+")
class AndroidToolsTest {
  private static final String RULES = "META-INF/proguard/cloudservice-sdk-core.pro";
  private static final String MIN_API = "26";

  /** The classes themselves, their dependencies, and the stand-in for records. */
  private static final Set<String> NOT_ANDROID =
      Set.of(
          "canon.cpp.cloudservice.*",
          "com.fasterxml.jackson.*",
          "org.slf4j.*",
          "org.jspecify.*",
          "com.android.tools.r8.*");

  @TempDir Path folder;
  private Path core;
  private List<Path> jars;

  @BeforeEach
  void pack() throws IOException, URISyntaxException {
    core = folder.resolve("core.jar");
    zip(location(CloudServiceClient.class), "", core);
    jars =
        List.of(
            core,
            location(ObjectMapper.class),
            location(JsonFactory.class),
            location(JsonProperty.class),
            location(LoggerFactory.class),
            location(Nullable.class));
  }

  @Test
  void d8CompilesWithoutAWarning() throws IOException, InterruptedException {
    List<String> arguments = options("--min-api", MIN_API, "--output", file("dex.zip"));
    jars.forEach(jar -> arguments.add(jar.toString()));

    assertThat(run(r8(), "com.android.tools.r8.D8", arguments)).isEmpty();

    assertThat(folder.resolve("dex.zip")).isNotEmptyFile();
  }

  /** The check of every build ignores records, which Android's compiler replaces. */
  @Test
  void desugaredClassesUseOnlyWhatAndroidHas() throws IOException, InterruptedException {
    List<String> arguments =
        options("--classfile", "--min-api", MIN_API, "--output", file("desugared.jar"));
    arguments.add(core.toString());

    assertThat(run(r8(), "com.android.tools.r8.D8", arguments)).isEmpty();

    List<String> undefined = undefinedReferences(folder.resolve("desugared.jar"));
    assertThat(undefined).isNotEmpty();
    assertThat(undefined)
        .allMatch(
            line -> line.contains("java.net.http.") || line.contains("java.util.concurrent.Flow"));
  }

  /** R8 applies the rules of the jar by itself. */
  @Test
  void appRunsAfterR8InFullMode() throws IOException, InterruptedException, URISyntaxException {
    Path app = folder.resolve("r8.jar");
    List<String> arguments =
        options("--classfile", "--release", "--pg-conf", appRules(), "--output", app.toString());
    arguments.add(appJar().toString());
    jars.forEach(jar -> arguments.add(jar.toString()));

    assertThat(run(r8(), "com.android.tools.r8.R8", arguments))
        .allMatch(line -> line.matches("Warning: Resource '.*' already exists\\."));

    assertRuns(app);
  }

  @Test
  void appRunsAfterProGuard() throws IOException, InterruptedException, URISyntaxException {
    Path app = folder.resolve("proguard.jar");
    List<String> arguments = new ArrayList<>();
    Stream.concat(Stream.of(appJar()), jars.stream())
        .forEach(jar -> arguments.addAll(List.of("-injars", jar.toString())));
    arguments.addAll(
        List.of(
            "-outjars",
            app.toString(),
            "-libraryjars",
            Path.of(System.getProperty("java.home"), "jmods") + "(!**.jar;!module-info.class)",
            "-include",
            appRules(),
            "-include",
            shippedRules()));

    run(proGuard(), "proguard.ProGuard", arguments);

    assertRuns(app);
  }

  private void assertRuns(Path app) throws IOException, InterruptedException {
    assertThat(Files.size(app)).isBetween(200_000L, 1_000_000L);
    try (FakeCloudService fake =
        FakeCloudService.builder().site(site -> site.administrator("admin@contoso.com")).build()) {
      String token = fake.http().tokenFor("admin@contoso.com").value();

      List<String> output =
          run(
              app.toString(),
              SmallApp.class.getName(),
              List.of(fake.http().address().toString(), token));

      assertThat(output).contains("listed john@contoso.com", "code not-found", "says true");
    }
  }

  private List<String> undefinedReferences(Path jar) throws IOException {
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    try (InputStream signature = Files.newInputStream(tools("signature"));
        PrintStream stream = new PrintStream(report, true, UTF_8)) {
      SignatureChecker checker =
          new SignatureChecker(signature, NOT_ANDROID, new PrintWriterLogger(stream));
      checker.setSourcePath(List.of());
      checker.process(jar.toFile());
    }
    return report.toString(UTF_8).lines().toList();
  }

  private static String r8() {
    return tools("r8.jar").toString();
  }

  private static String proGuard() {
    return tools("proguard").resolve("*").toString();
  }

  private static Path tools(String name) {
    return Path.of(System.getProperty("android.tools"), name);
  }

  private static List<String> options(String... options) {
    List<String> all = new ArrayList<>(List.of("--lib", System.getProperty("java.home")));
    all.addAll(List.of(options));
    return all;
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private String appRules() throws IOException {
    return Files.writeString(
            folder.resolve("app.pro"),
            "-keep class "
                + SmallApp.class.getName()
                + " { public static void main(java.lang.String[]); }")
        .toString();
  }

  private String shippedRules() throws IOException {
    try (ZipFile zip = new ZipFile(core.toFile());
        InputStream rules = zip.getInputStream(zip.getEntry(RULES))) {
      return Files.write(folder.resolve("sdk.pro"), rules.readAllBytes()).toString();
    }
  }

  private Path appJar() throws IOException, URISyntaxException {
    Path jar = folder.resolve("app.jar");
    zip(location(SmallApp.class), SmallApp.class.getName().replace('.', '/') + ".class", jar);
    return jar;
  }

  private static Path location(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** Packs the files of a folder whose name begins with a prefix; copies a jar. */
  private static void zip(Path classes, String prefix, Path jar) throws IOException {
    if (Files.isRegularFile(classes)) {
      Files.copy(classes, jar);
      return;
    }
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file);
        Stream<Path> files = Files.walk(classes)) {
      for (Path path : files.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(path).toString().replace('\\', '/');
        if (name.startsWith(prefix) && !name.endsWith("module-info.class")) {
          zip.putNextEntry(new ZipEntry(name));
          Files.copy(path, zip);
        }
      }
    }
  }

  /** Runs a program, which must end with 0; returns the lines that it printed. */
  private List<String> run(String classPath, String main, List<String> arguments)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    // A JVM prints that it has read these, which is not output of the program.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    try {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("the program ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(() -> output(output)).isZero();
    return Files.readAllLines(output);
  }

  private static String output(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
