package canon.cpp.cloudservice.testing.identity;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.testing.internal.identity.crypto.Jwt;
import canon.cpp.cloudservice.testing.internal.identity.crypto.RsaKeys;
import canon.cpp.cloudservice.testing.internal.identity.text.Json;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody else who signs tokens for programs, such as a Kubernetes cluster or a build server.
 *
 * <pre>{@code
 * WorkloadIssuer cluster = WorkloadIssuer.of("https://cluster.contoso.com", clock);
 * entra.app("partner-tool").federate(cluster, "system:serviceaccount:tools:partner");
 * String assertion =
 *     cluster.token("system:serviceaccount:tools:partner", "api://AzureADTokenExchange");
 * }</pre>
 */
public final class WorkloadIssuer {
  private static final Duration LIFE = Duration.ofHours(1);
  private final String issuer;
  private final Clock clock;
  private final KeyPair keys;

  private WorkloadIssuer(String issuer, Clock clock) {
    this.issuer = issuer;
    this.clock = clock;
    this.keys = RsaKeys.named("workload " + issuer);
  }

  /**
   * Makes an issuer. Those of one name have one key.
   *
   * @param issuer the claim {@code iss}
   * @param clock by which its tokens expire
   * @return the issuer
   */
  public static WorkloadIssuer of(String issuer, Clock clock) {
    return new WorkloadIssuer(requireNonNull(issuer, "issuer"), requireNonNull(clock, "clock"));
  }

  /**
   * Its name.
   *
   * @return the claim {@code iss}
   */
  public String issuer() {
    return issuer;
  }

  /**
   * The key with which its tokens are verified.
   *
   * @return an RSA key
   */
  public RSAPublicKey publicKey() {
    return (RSAPublicKey) keys.getPublic();
  }

  /**
   * Signs a token, good for an hour.
   *
   * @param subject the claim {@code sub}
   * @param audience the claim {@code aud}
   * @return a signed token
   */
  public String token(String subject, String audience) {
    Instant now = clock.instant();
    return Jwt.sign(
        "workload-key-1",
        Json.object()
            .put("iss", issuer)
            .put("sub", subject)
            .put("aud", audience)
            .put("iat", now.getEpochSecond())
            .put("exp", now.plus(LIFE).getEpochSecond()),
        keys.getPrivate());
  }
}
