package canon.cpp.cloudservice.testing.secrets;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.ProxySettings;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import canon.cpp.cloudservice.retry.RetryPolicy;
import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.FakeEndpoint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs every operation, successfully and not, with known secrets, and prints whatever a careless
 * application would print. Runs in a separate JVM, so that its whole output can be read.
 */
public final class SecretsProgram {
  static final String PERSON = "very.private.person@contoso.com";
  private static final String BAD_TOKEN = "token-with-a-line-end-9f81";
  private static final String PROXY_PASSWORD = "proxy-password-77ab";
  private static final String PROOF = "proof-of-the-printer-51cd";

  private final List<String> secrets = new ArrayList<>();

  /** Runs it; the secrets are written to the file that the first argument names. */
  public static void main(String[] args) throws IOException {
    SecretsProgram program = new SecretsProgram();
    try (FakeCloudService fake =
        FakeCloudService.builder().site(site -> site.administrator("admin@contoso.com")).build()) {
      program.administer(fake, HttpTransport.jdk().build());
      program.administer(fake, HttpTransport.urlConnection().build());
    }
    program.values();
    program.network();
    revealAddresses();
    Files.write(Path.of(args[0]), program.secrets);
  }

  private void administer(FakeCloudService fake, HttpTransport transport) {
    FakeEndpoint endpoint = fake.http();
    AccessToken token = secret(endpoint.tokenFor("admin@contoso.com"));
    try (transport;
        CloudServiceClient client =
            CloudServiceClient.builder(endpoint.address())
                .transport(transport)
                .timeout(Duration.ofSeconds(20))
                .retryPolicy(RetryPolicy.builder().baseDelay(Duration.ofMillis(1)).build())
                .build()) {
      CloudServiceClient admin = client.withToken(token);
      print(admin);
      diagnose(admin);
      run(admin.users().add(PERSON));
      run(admin.users().find(PERSON));
      run(admin.users().list().emailStartingWith(PERSON).pageSize(1).page());
      run(admin.users().get("nobody." + PERSON));
      run(admin.printers().register(PrinterIdentity.of("Series", "S-1", secret(PROOF)), "Press"));
      PrinterIdentity good = fake.printer("Series", "S-2");
      secret(good.proof());
      run(admin.printers().register(good, "Press"));
      for (Consumer<FakeCloudService> fault : faults()) {
        fault.accept(fake);
        run(admin.users().remove(PERSON).fromEveryList());
        run(admin.printers().register(good, "Press again"));
        diagnose(admin);
        fake.faults().clear();
      }
      run(client.withToken(secret("a-token-that-nobody-knows-3e0a")).site().get());
      run(client.withTokenProvider(SecretsProgram::careless).site().get());
      diagnose(client.withToken(secret("another-token-that-nobody-knows-8d27")));
      diagnose(client.withTokenProvider(this::talkative));
      run(
          client
              .withToken(
                  secret(AccessToken.of("foreign-token-2b7c"))
                      .boundTo(URI.create("https://elsewhere.example")))
              .site()
              .get());
      run(admin.session().signOut());
      run(admin.site().get());
    }
  }

  private static List<Consumer<FakeCloudService>> faults() {
    return List.of(
        fake -> fake.faults().onEveryOperation().respond(503),
        fake -> fake.faults().onEveryOperation().respond(429, ProblemCode.RATE_LIMITED),
        fake -> fake.faults().onEveryOperation().dropAfterApplying(),
        fake -> fake.faults().onEveryOperation().malformedBody().passThrough(),
        fake -> fake.faults().onEveryOperation().truncatedBody().passThrough(),
        fake -> fake.faults().onEveryOperation().withContentType("text/html").passThrough());
  }

  private static AccessToken careless(TokenRequest request) {
    throw new IllegalStateException("the vault is closed");
  }

  /** A message of an exception that is not the library's; no diagnosis quotes it. */
  private AccessToken talkative(TokenRequest request) {
    throw new AuthenticationException(
        secret("a-message-with-a-token-6c90") + " of " + PERSON, null);
  }

  private void values() {
    AccessToken token = secret(AccessToken.of("printed-token-e5b1"));
    print(token);
    print(TokenRequest.within(Duration.ofSeconds(1)).afterRejectionOf(token));
    print(PrinterIdentity.of("Series", "S-3", secret(PROOF)));
    print(
        HttpRequest.of("POST", URI.create("https://host.example/v1/users"), Duration.ofSeconds(1))
            .withHeader("Authorization", "Bearer " + token.value())
            .withBody(token.value().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    secrets.add(BAD_TOKEN);
    attempt(() -> print(AccessToken.of(BAD_TOKEN + "\n")));
    attempt(
        () ->
            print(
                HttpRequest.of("GET", URI.create("https://host.example"), Duration.ofSeconds(1))
                    .withHeader("Authorization", "Bearer " + BAD_TOKEN + "\n")));
  }

  private void network() {
    secrets.add(PROXY_PASSWORD);
    ProxySettings proxy = ProxySettings.of("127.0.0.1", 1).withCredentials("user", PROXY_PASSWORD);
    print(proxy);
    for (HttpTransport transport :
        List.of(
            HttpTransport.jdk().proxy(proxy).build(),
            HttpTransport.urlConnection().proxy(proxy).build())) {
      print(transport);
      try (transport;
          CloudServiceClient client =
              CloudServiceClient.builder(URI.create("https://cloudservice.invalid"))
                  .transport(transport)
                  .retryPolicy(RetryPolicy.none())
                  .timeout(Duration.ofSeconds(10))
                  .build()) {
        CloudServiceClient view = client.withToken(secret("token-for-the-proxy-4411"));
        run(view.site().get());
        diagnose(view);
      }
    }
  }

  /** The host has allowed addresses in the log. */
  private static void revealAddresses() {
    try (FakeCloudService fake =
            FakeCloudService.builder()
                .site(site -> site.administrator("admin@contoso.com"))
                .build();
        CloudServiceClient client =
            fake.inProcess().clientBuilder().revealAddressesInLog().build()) {
      run(
          client
              .withTokenProvider(fake.inProcess().tokenProvider(fake.account("admin@contoso.com")))
              .users()
              .find("revealed.person@contoso.com"));
    }
  }

  private String secret(String value) {
    secrets.add(value);
    return value;
  }

  private AccessToken secret(AccessToken token) {
    secrets.add(token.value());
    return token;
  }

  /** Diagnoses, successful and not; the result is printed completely. */
  private static void diagnose(CloudServiceClient client) {
    print(client.diagnose().withResponse().execute());
    print(client.diagnose().executeAsync().join().toText());
  }

  private static void run(Call<?> call) {
    print(call);
    attempt(() -> print("answered " + call.withResponse().execute().headers()));
    attempt(() -> print("answered " + (call.executeAsync().join() != null)));
  }

  private static void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      e.printStackTrace(System.out);
    }
  }

  private static void print(Object value) {
    System.out.println(value);
  }
}
