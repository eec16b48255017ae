package canon.cpp.cloudservice.examples;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_CONTROL;
import static canon.cpp.cloudservice.Application.REMOTE_MATCH;
import static canon.cpp.cloudservice.membership.ListState.INVITED;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.EmailAddress;
import canon.cpp.cloudservice.InvalidEmailAddressException;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.ErrorMessages;
import canon.cpp.cloudservice.errors.InvalidRequestException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.errors.RejectedException;
import canon.cpp.cloudservice.errors.Settled;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.ProxySettings;
import canon.cpp.cloudservice.http.TrustSettings;
import canon.cpp.cloudservice.membership.AddedUser;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import canon.cpp.cloudservice.printers.RegisteredPrinter;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.signin.FileTokenStore;
import canon.cpp.cloudservice.signin.SealingKey;
import canon.cpp.cloudservice.signin.UserSignIn;
import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.contract.CloudServiceContractKit;
import canon.cpp.cloudservice.testing.contract.ContractAccount;
import canon.cpp.cloudservice.testing.contract.ContractEndpoint;
import canon.cpp.cloudservice.testing.contract.KnownDifferences;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.crypto.SecretKey;

/** The code in the documents. {@link DocumentsTest} compares it with them and runs it. */
final class Snippets {
  private Snippets() {}

  static CloudServiceClient readme(
      URI serviceAddress, TokenProvider provider, PrinterIdentity thisPrinter) {
    CloudServiceClient client =
        CloudServiceClient.builder(serviceAddress).appInfo("OurTool/1.0").build();
    CloudServiceClient admin = client.withTokenProvider(provider);

    admin.session().signIn().execute();
    AddedUser added = admin.users().add("John.Doe@gmail.com").execute();
    for (User user : admin.users().list().on(REMOTE_CONTROL).remoteControl(INVITED)) {
      System.out.println(user.email() + " has not used the app yet");
    }
    admin.users().remove("John.Doe@gmail.com").from(REMOTE_MATCH, DASHBOARD).execute();
    CompletableFuture<RegisteredPrinter> soon =
        admin.printers().register(thisPrinter, "Press 1").executeAsync();

    assert added != null && soon.join() != null;
    return client;
  }

  static void readmeTest() {
    try (FakeCloudService fake =
        FakeCloudService.builder().site(site -> site.administrator("admin@contoso.com")).build()) {
      CloudServiceClient admin = fake.client("admin@contoso.com");
      admin.users().add("john@contoso.com").execute();
    }
  }

  static User waiting(CloudServiceClient client) {
    User user =
        client
            .users()
            .awaitActive("john@contoso.com", REMOTE_CONTROL)
            .timeout(Duration.ofHours(1))
            .execute();
    return user;
  }

  static void settling(CloudServiceClient admin, String address) {
    try {
      admin.users().add(address).execute();
    } catch (CloudServiceException e) {
      if (e.outcome() != Outcome.UNKNOWN) {
        throw e;
      }
      Settled settled = e.settle().execute();
      System.out.println(settled.applied() ? "added" : "not added: " + settled.rejection().code());
    }
  }

  static HttpTransport network(String user, String password) {
    HttpTransport network =
        HttpTransport.jdk()
            .proxy(ProxySettings.of("proxy.contoso.com", 8080).withCredentials(user, password))
            .trust(TrustSettings.system().withTrustAnchors(Path.of("corporate-ca.pem")))
            .build();
    return network;
  }

  static TrustSettings trust(KeyStore ourAuthorities, KeyStore ourKey, char[] password) {
    TrustSettings trust =
        TrustSettings.only(ourAuthorities).withClientCertificate(ourKey, password);
    return trust;
  }

  static void errors(CloudServiceClient admin, String address, Consumer<String> show) {
    try {
      admin.users().add(address).execute();
      show.accept("Added.");
    } catch (RejectedException e) {
      boolean elsewhere = e.code().equals(ProblemCode.ACCOUNT_REGISTERED_ELSEWHERE);
      show.accept(elsewhere ? "This person belongs to another site." : "This is not possible.");
    } catch (AuthenticationException e) {
      show.accept("Sign in again, then repeat what you did.");
    } catch (CloudServiceException e) {
      boolean unknown = e.outcome() == Outcome.UNKNOWN;
      show.accept(unknown ? "It is not known yet whether this was done." : "Try again later.");
    }
  }

  static void sentences(CloudServiceException e, Locale locale, Consumer<String> page) {
    page.accept(ErrorMessages.forUser(e, locale));
    ResourceBundle ours = ResourceBundle.getBundle("com.contoso.editor.CloudErrors", locale);
    page.accept(ErrorMessages.forUser(e, locale, ours));
  }

  static void addresses(CloudServiceClient admin, String input, Consumer<String> show) {
    try {
      EmailAddress address = EmailAddress.parse(input);
      admin.users().add(address.value()).execute();
      show.accept("Added.");
    } catch (InvalidEmailAddressException e) {
      show.accept(e.getMessage());
    } catch (InvalidRequestException e) {
      show.accept("The service does not accept this address.");
    }
  }

  static void keys(CloudServiceClient admin, String address) {
    admin.users().add(address).idempotencyKey("import-2031-row-17").execute();
  }

  static class OurServiceContractTest extends CloudServiceContractKit {
    @Override
    protected ContractEndpoint endpoint() {
      return new OurEndpoint();
    }

    @Override
    protected KnownDifferences knownDifferences() {
      return KnownDifferences.read(Path.of("known-differences.txt"));
    }
  }

  /** The least that an endpoint must provide. */
  static final class OurEndpoint implements ContractEndpoint {
    @Override
    public URI address() {
      return URI.create("https://service.example");
    }

    @Override
    public HttpTransport transport() {
      return HttpTransport.jdk().build();
    }

    @Override
    public ContractAccount administrator() {
      return ContractAccount.withOneToken("admin@contoso.com", AccessToken.of("token"));
    }

    @Override
    public String freshAddress() {
      return UUID.randomUUID() + "@contract-kit.example";
    }
  }

  static CloudServiceClient webHost(
      CloudServiceClient client, AuthorizationCodeSession session, Map<String, String> parameters) {
    AccountTokenProvider provider = session.complete(parameters, Duration.ofSeconds(30));
    CloudServiceClient admin = client.withTokenProvider(provider);
    admin.session().signIn().execute();
    return admin;
  }

  static String sealed(AuthorizationCodeSession session, SealingKey key) {
    String sealed = session.seal(key);
    return sealed;
  }

  static AccountTokenProvider onePerson(UserSignIn signIn, Path directory, SecretKey key) {
    AccountTokenProvider provider =
        signIn.store(FileTokenStore.in(directory, key), "admin").build();
    provider.token(TokenRequest.within(Duration.ofMinutes(10)).allowingInteraction());
    return provider;
  }

  static void passThrough(CloudServiceClient client, String theAppsToken) {
    client.withToken(theAppsToken).remoteControl().activate().execute();
  }

  static void signInAgain(
      CloudServiceClient admin, String address, Consumer<String> showSignInPage) {
    try {
      admin.users().add(address).execute();
    } catch (AuthenticationException e) {
      if (e.kind() != AuthenticationErrorKind.SIGN_IN_REQUIRED) {
        throw e;
      }
      showSignInPage.accept(e.claims().orElse(null));
    }
  }

  static void signOut(CloudServiceClient admin) {
    admin.session().signOut().execute();
  }
}
