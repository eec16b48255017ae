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
 * Signs a program in that runs unattended, as a service account of Google's. The service account
 * has an address and is added to the service like anybody (D34).
 *
 * <pre>{@code
 * AccountTokenProvider tool =
 *     GoogleServiceCredentials.of(network, "https://api.example").metadataServer();
 * client.withTokenProvider(tool).session().signIn().execute();
 * }</pre>
 *
 * <p>The service gets an ID token with the address in it. The provider keeps it until a new one is
 * needed; its account is known once the first token has come.
 *
 * <p>It needs the library {@code com.google.auth:google-auth-library-oauth2-http}, which a host
 * adds itself.
 *
 * <p>Immutable; each way gives a provider of its own.
 */
@CheckReturnValue
public final class GoogleServiceCredentials {
  private static final int MAX_AUDIENCE = 1000;
  private static final int MAX_ADDRESS = 254;

  private final GoogleWorkloadProviders programs;

  private GoogleServiceCredentials(GoogleWorkloadProviders programs) {
    this.programs = programs;
  }

  /**
   * Describes what is to be signed in to.
   *
   * @param network the transport to Google; stays its maker's to close
   * @param audience whom the tokens are for: the address of the service's API, as its operator
   *     names it
   * @return a description without impersonation
   * @throws IllegalStateException if Google's library is not there
   * @throws IllegalArgumentException if the audience is blank or longer than 1,000 characters
   */
  public static GoogleServiceCredentials of(HttpTransport network, String audience) {
    GoogleWorkloadProviders.checkLibrary();
    return new GoogleServiceCredentials(
        GoogleWorkloadProviders.of(network, text("audience", audience, MAX_AUDIENCE)));
  }

  /**
   * Has the program act as another service account than its own, without that one's key. Its own
   * needs the role <em>Service Account OpenID Connect Identity Token Creator</em> on it.
   *
   * @param serviceAccount the address of the service account
   * @return a description with impersonation
   * @throws IllegalArgumentException if it is no address
   */
  public GoogleServiceCredentials impersonating(String serviceAccount) {
    if (!text("serviceAccount", serviceAccount, MAX_ADDRESS)
        .matches("[A-Za-z0-9._-]+@[A-Za-z0-9.-]+")) {
      throw new IllegalArgumentException(
          "The service account is named by its address, such as"
              + " members@project.iam.gserviceaccount.com");
    }
    return new GoogleServiceCredentials(programs.withTarget(serviceAccount));
  }

  /**
   * By a service account's key. A key is a secret that does not expire by itself; the other ways
   * have none.
   *
   * @param keyFile the JSON file that Google gave out; read now
   * @return a provider of the service account's tokens; the caller closes it
   * @throws UncheckedIOException if the file cannot be read
   * @throws IllegalArgumentException if it is no such key; the message repeats nothing of it
   */
  public AccountTokenProvider serviceAccount(Path keyFile) {
    return serviceAccount(read(keyFile));
  }

  /**
   * By a service account's key.
   *
   * @param keyJson what is in the JSON file that Google gave out
   * @return a provider of the service account's tokens; the caller closes it
   * @throws IllegalArgumentException if it is no such key; the message repeats nothing of it
   */
  public AccountTokenProvider serviceAccount(byte[] keyJson) {
    return programs.serviceAccount(requireNonNull(keyJson, "keyJson"));
  }

  /**
   * By what the program's own environment vouches for, such as a Kubernetes cluster or a build
   * server (workload identity federation). The configuration has to name a service account to act
   * as, because only service accounts have ID tokens.
   *
   * @param configFile the JSON file that Google gave out; read now
   * @return a provider of the service account's tokens; the caller closes it. Where the
   *     environment's own token is missing, it is {@link
   *     canon.cpp.cloudservice.errors.AuthenticationErrorKind#UNAVAILABLE}
   * @throws UncheckedIOException if the file cannot be read
   * @throws IllegalArgumentException as for {@link #workloadIdentity(byte[])}
   */
  public AccountTokenProvider workloadIdentity(Path configFile) {
    return workloadIdentity(read(configFile));
  }

  /**
   * By what the program's own environment vouches for.
   *
   * @param configJson what is in the JSON file that Google gave out
   * @return a provider of the service account's tokens; the caller closes it
   * @throws IllegalArgumentException if it is no such configuration, leads to other hosts than
   *     Google's, has a program run, or takes the environment's token from something else than a
   *     file or an address
   */
  public AccountTokenProvider workloadIdentity(byte[] configJson) {
    return programs.workloadIdentity(requireNonNull(configJson, "configJson"));
  }

  /**
   * By the machine on which the program runs, if it is one of Google's. Its metadata server is
   * asked directly, never through a proxy.
   *
   * @return a provider of the tokens of the machine's service account; the caller closes it. On
   *     other machines it is soon {@link
   *     canon.cpp.cloudservice.errors.AuthenticationErrorKind#UNAVAILABLE}
   */
  public AccountTokenProvider metadataServer() {
    return programs.metadataServer();
  }

  /**
   * Looks for Google's other hosts at another address, such as that of a {@code FakeGoogle}; for
   * tests.
   *
   * @param address where Google's paths are; https, or this machine
   * @return a description that leads there
   * @throws IllegalArgumentException if it is no such address
   */
  public GoogleServiceCredentials at(URI address) {
    return new GoogleServiceCredentials(programs.withAddresses(GoogleAddresses.at(address)));
  }

  /**
   * Sets the wall clock, by which tokens are dated; the machine's if not set. The library signs by
   * the machine's all the same.
   *
   * @param clock the clock
   * @return a description with that clock
   */
  public GoogleServiceCredentials clock(Clock clock) {
    return new GoogleServiceCredentials(programs.withClock(requireNonNull(clock, "clock")));
  }

  /**
   * Sets what measures and waits; the machine's time if not set.
   *
   * @param timer the timer; not closed
   * @return a description with that timer
   */
  public GoogleServiceCredentials timer(Timer timer) {
    return new GoogleServiceCredentials(programs.withTimer(requireNonNull(timer, "timer")));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Shows the audience. */
  @Override
  public String toString() {
    return "GoogleServiceCredentials[" + programs.audience() + "]";
  }
}
