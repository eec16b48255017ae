package canon.cpp.cloudservice.testing.identity;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.testing.internal.identity.crypto.Jwt;
import canon.cpp.cloudservice.testing.internal.identity.crypto.RsaKeys;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * An issuer of tokens for workloads, such as a Kubernetes cluster or a build server.
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
   * Creates an issuer. Issuers with the same name have the same key.
   *
   * @param issuer the claim {@code iss}
   * @param clock the clock for the expiry of its tokens
   * @return the issuer
   */
  public static WorkloadIssuer of(String issuer, Clock clock) {
    return new WorkloadIssuer(requireNonNull(issuer, "issuer"), requireNonNull(clock, "clock"));
  }

  /**
   * Returns its name.
   *
   * @return the claim {@code iss}
   */
  public String issuer() {
    return issuer;
  }

  /**
   * Returns the key that verifies its tokens.
   *
   * @return an RSA key
   */
  public RSAPublicKey publicKey() {
    return (RSAPublicKey) keys.getPublic();
  }

  /**
   * Signs a token that is valid for one hour.
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
