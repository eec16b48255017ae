package canon.cpp.cloudservice.signin.google;

import static canon.cpp.cloudservice.internal.values.Checks.text;
import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.signin.internal.google.GoogleAddresses;
import canon.cpp.cloudservice.signin.internal.google.GoogleWorkloadProviders;
import canon.cpp.cloudservice.time.Timer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Obtains tokens for a workload, as a service account of Google. The service account has an address
 * and is added to the service like any other account (D34).
 *
 * <pre>{@code
 * AccountTokenProvider tool =
 *     GoogleServiceCredentials.of(network, "https://api.example").metadataServer();
 * client.withTokenProvider(tool).session().signIn().execute();
 * }</pre>
 *
 * <p>The service receives an ID token that contains the address. The provider caches it until a
 * refresh is needed. Its account is known after the first token.
 *
 * <p>It needs the library {@code com.google.auth:google-auth-library-oauth2-http}, which a host
 * adds itself.
 *
 * <p>Immutable; each method returns a separate provider.
 */
@CheckReturnValue
public final class GoogleServiceCredentials {
  private static final int MAX_AUDIENCE = 1000;
  private static final int MAX_ADDRESS = 254;

  private final GoogleWorkloadProviders workloads;

  private GoogleServiceCredentials(GoogleWorkloadProviders workloads) {
    this.workloads = workloads;
  }

  /**
   * Returns credentials for a service.
   *
   * @param network the transport to Google; the caller closes it
   * @param audience the audience of the tokens: the address of the service's API, as its operator
   *     names it
   * @return credentials without impersonation
   * @throws IllegalStateException if Google's library is missing
   * @throws IllegalArgumentException if the audience is blank or longer than 1,000 characters
   */
  public static GoogleServiceCredentials of(HttpTransport network, String audience) {
    GoogleWorkloadProviders.checkLibrary();
    return new GoogleServiceCredentials(
        GoogleWorkloadProviders.of(network, text("audience", audience, MAX_AUDIENCE)));
  }

  /**
   * Impersonates another service account, without its key. The workload's own account needs the
   * role <em>Service Account OpenID Connect Identity Token Creator</em> on it.
   *
   * @param serviceAccount the address of the service account
   * @return credentials with impersonation
   * @throws IllegalArgumentException if it is not an address
   */
  public GoogleServiceCredentials impersonating(String serviceAccount) {
    if (!text("serviceAccount", serviceAccount, MAX_ADDRESS)
        .matches("[A-Za-z0-9._-]+@[A-Za-z0-9.-]+")) {
      throw new IllegalArgumentException(
          "The service account is named by its address, such as"
              + " members@project.iam.gserviceaccount.com");
    }
    return new GoogleServiceCredentials(workloads.withTarget(serviceAccount));
  }

  /**
   * Authenticates with the key of a service account. A key is a secret that does not expire by
   * itself; the other methods have none.
   *
   * @param keyFile the JSON file from Google; read immediately
   * @return a provider of the service account's tokens; the caller closes it
   * @throws UncheckedIOException if the file cannot be read
   * @throws IllegalArgumentException if it is not such a key; the message contains nothing of it
   */
  public AccountTokenProvider serviceAccount(Path keyFile) {
    return serviceAccount(read(keyFile));
  }

  /**
   * Authenticates with the key of a service account.
   *
   * @param keyJson the content of the JSON file from Google
   * @return a provider of the service account's tokens; the caller closes it
   * @throws IllegalArgumentException if it is not such a key; the message contains nothing of it
   */
  public AccountTokenProvider serviceAccount(byte[] keyJson) {
    return workloads.serviceAccount(requireNonNull(keyJson, "keyJson"));
  }

  /**
   * Authenticates with a token of the workload's own environment, such as a Kubernetes cluster or a
   * build server (workload identity federation). The configuration has to name a service account to
   * impersonate, because only service accounts have ID tokens.
   *
   * @param configFile the JSON file from Google; read immediately
   * @return a provider of the service account's tokens; the caller closes it. If the environment's
   *     own token is missing, requests fail with {@link
   *     canon.cpp.cloudservice.errors.AuthenticationErrorKind#UNAVAILABLE}
   * @throws UncheckedIOException if the file cannot be read
   * @throws IllegalArgumentException as for {@link #workloadIdentity(byte[])}
   */
  public AccountTokenProvider workloadIdentity(Path configFile) {
    return workloadIdentity(read(configFile));
  }

  /**
   * Authenticates with a token of the workload's own environment.
   *
   * @param configJson the content of the JSON file from Google
   * @return a provider of the service account's tokens; the caller closes it
   * @throws IllegalArgumentException if it is not such a configuration, names other hosts than
   *     Google's, requires a program to run, or reads the environment's token from something other
   *     than a file or an address
   */
  public AccountTokenProvider workloadIdentity(byte[] configJson) {
    return workloads.workloadIdentity(requireNonNull(configJson, "configJson"));
  }

  /**
   * Authenticates as the machine, if it is one of Google's. The metadata server is contacted
   * directly, never through a proxy.
   *
   * @return a provider of the tokens of the machine's service account; the caller closes it. On
   *     other machines requests soon fail with {@link
   *     canon.cpp.cloudservice.errors.AuthenticationErrorKind#UNAVAILABLE}
   */
  public AccountTokenProvider metadataServer() {
    return workloads.metadataServer();
  }

  /**
   * Sends requests for Google's other hosts to another address, such as that of a {@code
   * FakeGoogle}; for tests.
   *
   * @param address the address with Google's paths; https, or a loopback address
   * @return credentials that use this address
   * @throws IllegalArgumentException if the address is not of this form
   */
  public GoogleServiceCredentials at(URI address) {
    return new GoogleServiceCredentials(workloads.withAddresses(GoogleAddresses.at(address)));
  }

  /**
   * Sets the wall clock for the times of tokens. The default is the clock of the machine. Google's
   * library signs with the clock of the machine nevertheless.
   *
   * @param clock the clock
   * @return credentials with this clock
   */
  public GoogleServiceCredentials clock(Clock clock) {
    return new GoogleServiceCredentials(workloads.withClock(requireNonNull(clock, "clock")));
  }

  /**
   * Sets the source of time and delays. The default is the time of the machine.
   *
   * @param timer the timer; not closed
   * @return credentials with this timer
   */
  public GoogleServiceCredentials timer(Timer timer) {
    return new GoogleServiceCredentials(workloads.withTimer(requireNonNull(timer, "timer")));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the audience. */
  @Override
  public String toString() {
    return "GoogleServiceCredentials[" + workloads.audience() + "]";
  }
}
