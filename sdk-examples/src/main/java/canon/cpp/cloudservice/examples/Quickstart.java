package canon.cpp.cloudservice.examples;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.testing.FakeCloudService;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Administers a fake cloud service over real HTTP on this machine and prints each step. With {@code
 * --endpoint} it only reads from the server at that URL.
 */
@Command(
    name = "quickstart",
    mixinStandardHelpOptions = true,
    description = {
      "Starts a fake PRISMAsync cloud service on this machine and administers it over HTTP.",
      "With --endpoint it only reads from the server at that URL and changes nothing."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:Every step had the expected result.",
      "1:A step had another result, or a call failed.",
      "2:The command line is invalid, or the token is missing."
    })
public final class Quickstart implements Callable<Integer> {
  static final String TOKEN_VARIABLE = "CLOUD_SERVICE_TOKEN";

  private final Map<String, String> environment;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = {
        "The address of a server that implements this project's contract.",
        "The access token is read from the environment variable " + TOKEN_VARIABLE + "."
      })
  private @Nullable URI endpoint;

  @Spec private @Nullable CommandSpec spec;

  Quickstart(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * Runs the program and ends the JVM with its exit status.
   *
   * @param args {@code --endpoint URL}, or nothing
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Quickstart(System.getenv())).execute(args));
  }

  @Override
  public Integer call() {
    CommandLine commandLine = requireNonNull(spec).commandLine();
    PrintWriter out = commandLine.getOut();
    try {
      return endpoint == null ? administerFake(out) : read(out, endpoint, commandLine);
    } catch (CloudServiceException e) {
      commandLine.getErr().println(e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private static int administerFake(PrintWriter out) {
    Narrator narrator = new Narrator(out);
    try (FakeCloudService fake =
        FakeCloudService.builder().site(site -> site.administrator(Story.NEIGHBOUR)).build()) {
      new Story(fake, narrator).tell();
    }
    return narrator.conclude();
  }

  private int read(PrintWriter out, URI address, CommandLine commandLine) {
    String token = environment.getOrDefault(TOKEN_VARIABLE, "");
    if (token.isEmpty()) {
      throw new ParameterException(
          commandLine, "Set " + TOKEN_VARIABLE + " to an access token for " + address);
    }
    Narrator narrator = new Narrator(out);
    try (CloudServiceClient client = client(address, commandLine)) {
      new Tour(client.withToken(token(token, commandLine)), narrator).read();
    }
    return narrator.conclude();
  }

  private static CloudServiceClient client(URI address, CommandLine commandLine) {
    try {
      return CloudServiceClient.builder(address).appInfo("Quickstart/1").build();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(commandLine, "--endpoint: " + e.getMessage(), e);
    }
  }

  private static AccessToken token(String text, CommandLine commandLine) {
    try {
      return AccessToken.of(text);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(commandLine, TOKEN_VARIABLE + ": " + e.getMessage(), e);
    }
  }
}
