package canon.cpp.cloudservice.testing.identity;

import canon.cpp.cloudservice.http.TrustSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/**
 * Fakes of Microsoft and Google whose tokens a fake cloud service accepts, so that the sign-in of
 * an application is part of the test. {@code FakeCloudService.identityProviders()} starts them.
 *
 * <pre>{@code
 * FakeIdentityProviders people = fake.identityProviders();
 * people.microsoft().tenant("contoso.com").account("admin@contoso.com");
 * HttpTransport network = HttpTransport.jdk().trust(people.trust()).build();
 * }</pre>
 */
public final class FakeIdentityProviders implements AutoCloseable {
  private final FakeEntra microsoft;
  private final FakeGoogle google;
  private final String googleAudience;

  private FakeIdentityProviders(Clock clock, String googleAudience) {
    this.microsoft = FakeEntra.start(clock);
    this.google = FakeGoogle.start(clock);
    this.googleAudience = googleAudience;
  }

  /**
   * Starts both fakes.
   *
   * @param clock the clock for the expiry of tokens and codes
   * @param googleAudience the audience of tokens of Google service accounts: an address of the API
   * @return both fakes; close them after use
   */
  public static FakeIdentityProviders start(Clock clock, String googleAudience) {
    return new FakeIdentityProviders(clock, googleAudience);
  }

  /**
   * Returns the fake of Microsoft.
   *
   * @return the fake of Entra ID
   */
  public FakeEntra microsoft() {
    return microsoft;
  }

  /**
   * Returns the fake of Google.
   *
   * @return the fake of Google's identity platform
   */
  public FakeGoogle google() {
    return google;
  }

  /**
   * Returns the audience that workloads at Google request: the API.
   *
   * @return the claim {@code aud}
   */
  public String googleAudience() {
    return googleAudience;
  }

  /**
   * Returns the trust settings of a transport that connects to both.
   *
   * @return the private certificate authority, in addition to the system's
   */
  public TrustSettings trust() {
    return TrustSettings.system()
        .withTrustAnchors(microsoft.caCertificatePem().getBytes(StandardCharsets.US_ASCII));
  }

  /** Closes both fakes. */
  @Override
  public void close() {
    microsoft.close();
    google.close();
  }
}
