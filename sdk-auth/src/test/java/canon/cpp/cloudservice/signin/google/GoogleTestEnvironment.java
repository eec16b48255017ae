package canon.cpp.cloudservice.signin.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.TrustSettings;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.signin.Secret;
import canon.cpp.cloudservice.signin.internal.jwt.IdToken;
import canon.cpp.cloudservice.testing.FakeClock;
import canon.cpp.cloudservice.testing.identity.FakeGoogle;
import canon.cpp.cloudservice.testing.identity.GoogleAccount;
import canon.cpp.cloudservice.testing.identity.GoogleClient;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import canon.cpp.cloudservice.testing.identity.IdentityRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A fake of Google, a network that trusts it, and applications that sign in there. */
final class GoogleTestEnvironment implements AutoCloseable {
  static final URI CALLBACK = URI.create("https://printer.contoso.com/callback");
  static final String JOHN = "john.doe@gmail.com";
  static final String SECRET = "not-a-real-secret";
  static final String AUDIENCE = "https://api.contoso.com";
  static final Duration MINUTE = Duration.ofMinutes(1);
  static final TokenRequest CALL = TokenRequest.within(Duration.ofSeconds(30));
  static final TokenRequest SIGN_IN =
      TokenRequest.within(Duration.ofMinutes(10)).allowingInteraction();

  final FakeClock timer = new FakeClock();
  final Clock clock;
  final FakeGoogle google;
  final GoogleAccount john;
  final GoogleClient client;
  final HttpTransport network;

  private GoogleTestEnvironment(Instant start) {
    clock = new ShiftedClock(timer, Duration.between(FakeClock.START, start));
    google = FakeGoogle.start(clock);
    john = google.account(JOHN);
    client = google.client("settings-editor").redirectTo(CALLBACK.toString()).secret(SECRET);
    network = network(google);
  }

  /** An environment in which only the test advances the time. */
  static GoogleTestEnvironment ofPeople() {
    return new GoogleTestEnvironment(FakeClock.START);
  }

  /**
   * An environment that starts at the current time, because Google's library uses the machine's
   * clock.
   */
  static GoogleTestEnvironment ofPrograms() {
    return new GoogleTestEnvironment(Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  static HttpTransport network(FakeGoogle google) {
    byte[] authority = google.caCertificatePem().getBytes(StandardCharsets.US_ASCII);
    return HttpTransport.jdk().trust(TrustSettings.system().withTrustAnchors(authority)).build();
  }

  GoogleApp app() {
    return app(network, client.clientId(), SECRET);
  }

  GoogleApp app(HttpTransport transport, String clientId, String secret) {
    return GoogleApp.of(transport, clientId, Secret.of(secret))
        .at(google.address())
        .clock(clock)
        .timer(timer);
  }

  GoogleServiceCredentials robot() {
    return robot(network);
  }

  GoogleServiceCredentials robot(HttpTransport transport) {
    return GoogleServiceCredentials.of(transport, AUDIENCE)
        .at(google.address())
        .clock(clock)
        .timer(timer);
  }

  /** Signs John in, with a browser that returns to a web host. */
  AccountTokenProvider signIn() {
    AuthorizationCodeSession session = app().begin(CALLBACK);
    return session.complete(google.signIn(session.url(), JOHN).parameters(), MINUTE);
  }

  List<IdentityRequest> requests(IdentityEndpoint endpoint) {
    return google.log().of(endpoint);
  }

  IdentityRequest last(IdentityEndpoint endpoint) {
    List<IdentityRequest> all = requests(endpoint);
    assertThat(all).isNotEmpty();
    return all.get(all.size() - 1);
  }

  static String token(AccountTokenProvider provider) {
    return provider.token(CALL).value();
  }

  static IdToken claims(String token) {
    return IdToken.read(token);
  }

  static AuthenticationException failureOf(ThrowingCallable call) {
    AuthenticationException failure = catchThrowableOfType(AuthenticationException.class, call);
    assertThat(failure).isNotNull();
    return failure;
  }

  /** Returns everything that a log would show of a failure. */
  static String stackTraceOf(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Override
  public void close() {
    network.close();
    google.close();
  }

  /** A clock that advances with the timer, from another start. */
  private static final class ShiftedClock extends Clock {
    private final Clock clock;
    private final Duration shift;

    ShiftedClock(Clock clock, Duration shift) {
      this.clock = clock;
      this.shift = shift;
    }

    @Override
    public Instant instant() {
      return clock.instant().plus(shift);
    }

    @Override
    public ZoneId getZone() {
      return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return new ShiftedClock(clock.withZone(zone), shift);
    }
  }
}
