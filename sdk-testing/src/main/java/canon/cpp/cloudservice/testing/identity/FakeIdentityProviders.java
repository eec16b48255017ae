package canon.cpp.cloudservice.testing.identity;

import canon.cpp.cloudservice.http.TrustSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/**
 * Fakes of Microsoft and Google whose tokens a fake cloud service accepts, so that a program's own
 * way of signing in is part of the test. {@code FakeCloudService.identityProviders()} starts them.
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
   * Starts both.
   *
   * @param clock by which tokens and codes expire
   * @param googleAudience what Google's tokens for programs are meant for: an address of the API
   * @return both, to be closed
   */
  public static FakeIdentityProviders start(Clock clock, String googleAudience) {
    return new FakeIdentityProviders(clock, googleAudience);
  }

  /**
   * Microsoft.
   *
   * @return the fake of Entra ID
   */
  public FakeEntra microsoft() {
    return microsoft;
  }

  /**
   * Google.
   *
   * @return the fake of Google's identity platform
   */
  public FakeGoogle google() {
    return google;
  }

  /**
   * What programs at Google ask for: tokens of service accounts are meant for this API.
   *
   * @return the claim {@code aud}
   */
  public String googleAudience() {
    return googleAudience;
  }

  /**
   * What a transport has to trust to reach both.
   *
   * @return the private certificate authority, in addition to the system's
   */
  public TrustSettings trust() {
    return TrustSettings.system()
        .withTrustAnchors(microsoft.caCertificatePem().getBytes(StandardCharsets.US_ASCII));
  }

  /** Ends both. */
  @Override
  public void close() {
    microsoft.close();
    google.close();
  }
}
