package canon.cpp.cloudservice.examples;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.bulk.journal.Journal;
import canon.cpp.cloudservice.bulk.plan.Applied;
import canon.cpp.cloudservice.bulk.portfolio.PortfolioEntry;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.RejectedException;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.ListState;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.observe.AuditEvent;
import canon.cpp.cloudservice.printers.Printer;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import canon.cpp.cloudservice.printers.RegisterPrinter;
import canon.cpp.cloudservice.session.IdentityProvider;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.signin.Secret;
import canon.cpp.cloudservice.signin.SignInApp;
import canon.cpp.cloudservice.signin.TokenStore;
import canon.cpp.cloudservice.signin.microsoft.MicrosoftApp;
import canon.cpp.cloudservice.signin.microsoft.MicrosoftCredential;
import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.SiteSeed;
import canon.cpp.cloudservice.testing.contract.ContractAccount;
import canon.cpp.cloudservice.testing.contract.ContractEndpoint;
import canon.cpp.cloudservice.testing.identity.EntraTenant;
import canon.cpp.cloudservice.testing.identity.FakeEntra;
import canon.cpp.cloudservice.testing.identity.FakeGoogle;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.slf4j.Logger;

/** The names that the examples in the javadoc use without declaring them. Only compiled. */
abstract class JavadocContext {
  static final String IMPORTS =
      """
      package canon.cpp.cloudservice.examples;
      import static canon.cpp.cloudservice.Application.*;
      import static canon.cpp.cloudservice.membership.ListState.INVITED;
      import static org.assertj.core.api.Assertions.assertThat;
      import canon.cpp.cloudservice.*;
      import canon.cpp.cloudservice.auth.*;
      import canon.cpp.cloudservice.bulk.*;
      import canon.cpp.cloudservice.bulk.plan.*;
      import canon.cpp.cloudservice.bulk.portfolio.*;
      import canon.cpp.cloudservice.bulk.snapshot.*;
      import canon.cpp.cloudservice.bulk.jdbc.*;
      import canon.cpp.cloudservice.bulk.journal.*;
      import canon.cpp.cloudservice.diagnosis.*;
      import canon.cpp.cloudservice.errors.*;
      import canon.cpp.cloudservice.http.*;
      import canon.cpp.cloudservice.membership.*;
      import canon.cpp.cloudservice.observe.*;
      import canon.cpp.cloudservice.printers.*;
      import canon.cpp.cloudservice.remotecontrol.*;
      import canon.cpp.cloudservice.retry.*;
      import canon.cpp.cloudservice.session.*;
      import canon.cpp.cloudservice.signin.*;
      import canon.cpp.cloudservice.signin.google.*;
      import canon.cpp.cloudservice.signin.microsoft.*;
      import canon.cpp.cloudservice.site.*;
      import canon.cpp.cloudservice.testing.*;
      import canon.cpp.cloudservice.testing.contract.*;
      import canon.cpp.cloudservice.testing.identity.*;
      import canon.cpp.cloudservice.testing.junit.*;
      import canon.cpp.cloudservice.testing.results.*;
      import canon.cpp.cloudservice.testing.transport.*;
      import io.opentelemetry.api.trace.*;
      import java.net.URI;
      import java.net.http.HttpClient;
      import java.nio.file.*;
      import java.time.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.stream.*;
      import javax.crypto.SecretKey;
      import javax.crypto.spec.SecretKeySpec;
      import javax.sql.DataSource;
      import org.junit.jupiter.api.Test;
      """;

  URI address;
  URI serviceAddress;
  URI redirectUri;
  URI authorizeUrl;
  Clock clock;
  Duration took;
  Instant end;
  Instant expiry;
  Instant monday;
  Locale locale;
  Executor pool;
  Logger log;
  Path file;
  Path path;
  String apiId;
  String clientId;
  String clientSecret;
  String handle;
  String input;
  String proof;
  String savedText;
  String tenantOfToken;
  String text;
  String userCode;
  String email;
  String password;
  String usersOwnToken;
  Secret secret;
  byte[] thirtyTwoBytesFromTheKeystore;
  byte[] thirtyTwoRandomBytes;
  Map<String, String> parameters;
  Map<String, List<String>> desired;
  List<PortfolioEntry> entries;
  List<String> addresses;
  DataSource dataSource;
  Journal journal;

  AccessToken userToken;
  Applied applied;
  CloudServiceClient client;
  CloudServiceClient admin;
  CloudServiceException failure;
  RejectedException e;
  HttpTransport network;
  HttpResponse response;
  TokenProvider source;
  TokenProvider contosoTokens;
  TokenProvider managedIdentity;
  TokenProvider workloadIdentity;
  AccountTokenProvider provider;
  ListState state;
  User seen;
  User john;
  Administrator boss;
  Printer press;
  PrinterIdentity thisPrinter;
  RegisterPrinter registration;
  HostPage page;
  Importer importer;
  Trail trail;

  MicrosoftApp app;
  SignInApp microsoftApp;
  SignInApp googleApp;
  IdentityProvider chosen;
  MicrosoftCredential credential;
  TokenStore store;
  AuthorizationCodeSession session;

  FakeCloudService fake;
  SiteSeed site;
  FakeEntra entra;
  FakeGoogle google;
  EntraTenant contoso;

  interface HostPage {
    void show(String line);
  }

  interface Importer {
    void run(CloudServiceClient admin);
  }

  interface Trail {
    void append(AuditEvent event);
  }

  interface Meter {
    void record(Duration duration);
  }

  record OurEndpoint(URI address, HttpTransport transport, ContractAccount administrator)
      implements ContractEndpoint {
    OurEndpoint() {
      this(null, null, null);
    }

    @Override
    public String freshAddress() {
      return "john@contoso.com";
    }
  }

  record OurTransport(Duration connectTimeout) implements HttpTransport {
    @Override
    public HttpResponse send(HttpRequest request) {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }

  abstract Meter timer(String name);

  abstract void work();

  abstract void write(User user);

  abstract void keep(String key, AuthorizationCodeSession begun);

  abstract AuthorizationCodeSession take(String key);

  abstract void redirect(URI to);

  abstract void show(String line);

  abstract void greet(String name);

  abstract void markInput(int index, String message);

  abstract void offerAnotherWay();

  abstract void sendToSupport(String report);

  abstract void showSignInPage(Optional<String> claims);

  abstract String read(String name);

  abstract AccessToken askTheIdentityProvider(TokenRequest request);

  @SuppressWarnings("TypeParameterUnusedInFormals") // It stands for a value of any type.
  abstract <T> T any();
}
