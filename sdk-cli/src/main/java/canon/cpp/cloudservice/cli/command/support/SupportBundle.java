package canon.cpp.cloudservice.cli.command.support;

import canon.cpp.cloudservice.cli.command.CallLog;
import canon.cpp.cloudservice.cli.command.CloudCommand;
import canon.cpp.cloudservice.cli.command.Connection;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.command.Version;
import canon.cpp.cloudservice.cli.config.OwnerOnly;
import canon.cpp.cloudservice.cli.config.Setting;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import canon.cpp.cloudservice.cli.exit.Failure;
import canon.cpp.cloudservice.cli.terminal.OutputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Collects what support needs, without secrets and addresses. */
@Command(
    header = "Write a zip for support: versions, settings, diagnosis, the last 200 calls.",
    description =
        "It contains no secret and no e-mail address. It names hosts, IP addresses, the proxy and"
            + " certificates, because support needs them.")
public final class SupportBundle extends CloudCommand {
  private static final Pattern ADDRESS = Pattern.compile("[^\\s\"'<>:,;=/]+@[^\\s\"'<>,;]+");

  /** Only these values are written; of all others the bundle says that they are set. */
  private static final Set<Setting> SHOWN =
      Set.of(
          Setting.ENDPOINT,
          Setting.SITE_ID,
          Setting.SIGN_IN,
          Setting.PROVIDER,
          Setting.IDENTITY_ENDPOINT,
          Setting.PROXY,
          Setting.TIMEOUT);

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      defaultValue = "support-bundle.zip",
      description = "The zip to write. Default: ${DEFAULT-VALUE}.")
  private Path file = Path.of("");

  /** Creates the command. */
  public SupportBundle(Context context) {
    super(context);
  }

  @Override
  protected ExitCode run() {
    List<String> calls = CallLog.read(context().folders().calls());
    try {
      OwnerOnly.create(file);
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
        add(zip, "versions.txt", String.join("\n", new Version().getVersion()) + "\n");
        add(zip, "settings.txt", settings());
        add(zip, "diagnosis.txt", diagnosis());
        add(zip, "calls.jsonl", String.join("\n", calls) + "\n");
      }
    } catch (IOException e) {
      throw new OutputException("The bundle " + file, e);
    }
    terminal().tell("Written: " + file + ". Look at it before you send it.");
    return ExitCode.OK;
  }

  private String settings() {
    StringBuilder text = new StringBuilder();
    for (Setting setting : Setting.values()) {
      context()
          .settings()
          .find(setting)
          .ifPresent(
              value ->
                  text.append(setting.key())
                      .append(" = ")
                      .append(SHOWN.contains(setting) ? value : "(set)")
                      .append('\n'));
    }
    return text.toString();
  }

  /** A configuration that is too broken for a diagnosis is described instead. */
  private String diagnosis() {
    try (Connection connection = Connection.open(context(), context().signIn()::create)) {
      return connection.client().diagnose().execute().toText();
    } catch (RuntimeException e) {
      return Failure.of(e).message() + "\n";
    }
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(ADDRESS.matcher(text).replaceAll("(address)").getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
