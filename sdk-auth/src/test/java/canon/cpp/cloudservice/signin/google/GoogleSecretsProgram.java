package canon.cpp.cloudservice.signin.google;

import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.JOHN;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.SIGN_IN;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.token;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.signin.UserSignIn;
import canon.cpp.cloudservice.testing.identity.GoogleServiceAccount;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs every operation, fails in every way, prints all objects and exceptions, and records the
 * secrets that must not appear.
 */
final class GoogleSecretsProgram {
  private static final Set<String> SECRET_PARAMETERS =
      Set.of(
          "assertion",
          "client_secret",
          "code",
          "code_verifier",
          "device_code",
          "refresh_token",
          "token");

  private final GoogleTestEnvironment world = GoogleTestEnvironment.ofPrograms();
  private final GoogleServiceAccount tool = world.google.serviceAccount("partner-tool");
  private final GoogleServiceAccount members = world.google.serviceAccount("members");
  private final Set<String> secrets = new TreeSet<>();

  /** Argument: the file for the secrets. */
  public static void main(String[] arguments) throws IOException {
    GoogleSecretsProgram program = new GoogleSecretsProgram();
    program.people();
    program.programs();
    program.failures();
    program.world.google.log().entries().stream()
        .flatMap(request -> request.parameters().entrySet().stream())
        .filter(parameter -> SECRET_PARAMETERS.contains(parameter.getKey()))
        .forEach(parameter -> program.secrets.addAll(parameter.getValue()));
    program.world.close();
    Files.write(Path.of(arguments[0]), program.secrets);
  }

  private void people() {
    System.out.println(world.app());
    AuthorizationCodeSession session = world.app().begin(GoogleTestEnvironment.CALLBACK);
    System.out.println(session);
    try (AccountTokenProvider provider = world.signIn()) {
      secrets.add(token(provider));
      System.out.println(provider);
      world.timer.advance(Duration.ofHours(1));
      secrets.add(token(provider));
      provider.forget();
    }
    UserSignIn device =
        world
            .app()
            .deviceCode(
                code -> {
                  secrets.add(code.userCode());
                  System.out.println(code);
                  world.google.approveDevice(code.userCode(), JOHN);
                });
    System.out.println(device);
    try (AccountTokenProvider provider = device.build()) {
      secrets.add(provider.token(SIGN_IN).value());
    }
  }

  private void programs() throws IOException {
    // It uses the machine's clock, so the test's clock must not run ahead.
    try (GoogleTestEnvironment now = GoogleTestEnvironment.ofPrograms()) {
      members.allowImpersonationBy(tool.email());
      now.google.serviceAccount("members").allowImpersonationBy(tool.email());
      String key = now.google.serviceAccount("partner-tool").keyJson();
      secrets.addAll(List.of(key.split("\\\\n|\"")).stream().filter(l -> l.length() > 60).toList());
      GoogleServiceCredentials robot = now.robot();
      System.out.println(robot);
      for (GoogleServiceCredentials way : List.of(robot, robot.impersonating(members.email()))) {
        try (AccountTokenProvider provider =
            way.serviceAccount(key.getBytes(StandardCharsets.UTF_8))) {
          secrets.add(token(provider));
          System.out.println(provider);
        }
      }
      now.google.log().of(IdentityEndpoint.TOKEN).stream()
          .flatMap(request -> request.parameter("assertion").stream())
          .forEach(secrets::add);
      now.google.log().of(IdentityEndpoint.IMPERSONATION).stream()
          .flatMap(request -> request.header("Authorization").stream())
          .map(header -> header.replace("Bearer ", ""))
          .forEach(secrets::add);
    }
  }

  /** Every response quotes the request, as some servers do. */
  private void failures() {
    String quoting =
        "{\"error\":\"invalid_grant\",\"error_description\":\"secret-description of "
            + JOHN
            + "\"}";
    secrets.add("secret-description");
    secrets.add("secret-page");
    for (int status : List.of(400, 401, 403, 428, 429, 500, 503)) {
      fail(status, "application/json", quoting);
      fail(status, "text/html", "<html>secret-page</html>");
    }
    fail(200, "application/json", "{\"id_token\":\"secret-page.secret-page.secret-page\"}");
    fail(200, "application/json", "{\"id_token\":secret-page}");
    fail(200, "text/html", "<html>secret-page</html>");
    fail(307, "text/plain", "secret-page");
  }

  private void fail(int status, String type, String body) {
    try (AccountTokenProvider person = world.signIn();
        AccountTokenProvider program =
            world.robot().serviceAccount(tool.keyJson().getBytes(StandardCharsets.UTF_8))) {
      world.timer.advance(Duration.ofHours(1));
      world.google.faults().on(IdentityEndpoint.TOKEN).answer(status, type, body);
      world.google.faults().on(IdentityEndpoint.REVOKE).answer(status, type, body);
      for (AccountTokenProvider provider : List.of(person, program)) {
        try {
          secrets.add(token(provider));
        } catch (RuntimeException e) {
          System.out.println(GoogleTestEnvironment.stackTraceOf(e));
        }
        provider.forget();
      }
    } finally {
      world.google.faults().clear();
    }
  }
}
