package canon.cpp.cloudservice.signin.microsoft;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.CachingTokenProvider;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.testing.identity.EntraError;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import canon.cpp.cloudservice.testing.identity.IdentityRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;

/**
 * Signs in and fails in many ways, and prints each exception. Arguments: {@code msal4j} or {@code
 * ours}, and the file for the secrets.
 */
final class SecretsProgram {
  static final String PERSON = "private.person@contoso.com";
  private static final TokenRequest REQUEST = TokenRequest.within(Duration.ofMinutes(10));
  private static final EntraError TELLTALE =
      EntraError.of("invalid_grant", 65001, "User " + PERSON + " has not consented.");
  private static final Set<String> SECRET_PARAMETERS =
      Set.of("code", "code_verifier", "refresh_token", "client_secret", "device_code", "assertion");

  private final Entra entra = new Entra();
  private final Set<String> secrets = new TreeSet<>();

  private SecretsProgram() {}

  public static void main(String[] arguments) throws IOException {
    SecretsProgram program = new SecretsProgram();
    if (arguments[0].equals("ours")) {
      program.ours();
    } else {
      program.msal4j();
    }
    for (IdentityRequest request : program.entra.fake.log().entries()) {
      SECRET_PARAMETERS.forEach(name -> request.parameter(name).ifPresent(program.secrets::add));
    }
    Files.write(Path.of(arguments[1]), program.secrets);
    System.exit(0);
  }

  private void msal4j() {
    RawMsal msal = new RawMsal(entra);
    var app = msal.people();
    msal.signIn(app);
    entra.admin.requireBeforeToken(TELLTALE);
    try {
      var unused = msal.refreshed(app);
    } catch (CompletionException e) {
      System.out.println("failed");
    }
  }

  private void ours() {
    entra.contoso.account(PERSON);
    people();
    programs();
    answersThatAreNone();
  }

  private void people() {
    try (AccountTokenProvider admin = entra.signedIn()) {
      ask(admin, REQUEST);
      entra.clock.advance(Duration.ofHours(1));
      ask(admin, REQUEST);
      for (String word : Set.of("invalid_grant", "interaction_required", "odd")) {
        entra.admin.requireBeforeToken(TELLTALE.withError(word));
        entra.clock.advance(Duration.ofHours(1));
        ask(admin, REQUEST);
      }
      entra.admin.requireNothing();
      System.out.println(admin);
    }
    try (AccountTokenProvider device =
        entra.app().deviceCode(code -> entra.fake.approveDevice(code.userCode(), PERSON)).build()) {
      ask(device, REQUEST.allowingInteraction());
      System.out.println(device);
    }
  }

  private void programs() {
    MicrosoftTenantApp app = entra.unattended();
    System.out.println(app + " " + Entra.secret());
    try (CachingTokenProvider tool = app.unattended(Entra.secret())) {
      ask(tool, REQUEST);
    }
    AccessToken user = AccessToken.of("not.a.user-token-at-all");
    secrets.add(user.value());
    ask(app.onBehalfOf(Entra.secret(), user), REQUEST);
  }

  private void answersThatAreNone() {
    String idToken = "header." + "cHJpdmF0ZS1wYXJ0LW9mLWEtdG9rZW4" + ".signature";
    secrets.add(idToken);
    String[] answers = {
      "{\"access_token\":\"private-access-token\",\"id_token\":\"" + idToken + "\"}",
      "{\"access_token\":\"private-access-token\",\"expires_in\":\"private-life\"}",
      "{\"access_token\":\"private access token\"}",
      "private body",
      "[\"private body\"]",
      "{\"id_token\":\"" + idToken + "\",\"client_info\":\"private-info\"}"
    };
    secrets.add("private-access-token");
    for (String answer : answers) {
      entra.fake.faults().clear();
      entra.fake.faults().on(IdentityEndpoint.TOKEN).answer(200, "application/json", answer);
      try (AccountTokenProvider admin = entra.signedIn()) {
        System.out.println(admin);
      } catch (AuthenticationException e) {
        e.printStackTrace(System.out);
      }
    }
    entra.fake.faults().clear();
    entra.fake.faults().on(IdentityEndpoint.TOKEN).proxyPage(200);
    try (CachingTokenProvider tool = entra.unattended().unattended(Entra.secret())) {
      ask(tool, REQUEST);
    }
  }

  private void ask(TokenProvider provider, TokenRequest request) {
    try {
      AccessToken token = provider.token(request);
      secrets.add(token.value());
      System.out.println(token);
    } catch (AuthenticationException e) {
      e.printStackTrace(System.out);
    }
  }
}
