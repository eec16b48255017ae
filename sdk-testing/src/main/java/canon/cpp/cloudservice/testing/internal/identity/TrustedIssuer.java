package canon.cpp.cloudservice.testing.internal.identity;

import canon.cpp.cloudservice.session.IdentityProvider;
import canon.cpp.cloudservice.testing.internal.identity.crypto.Jwt;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** An issuer whose tokens are accepted, and their audiences. */
public final class TrustedIssuer {
  private static final String TENANT = "{tenantid}";
  private static final Pattern TENANT_ID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final IdentityProvider provider;
  private final String issuer;
  private final Supplier<Map<String, RSAPublicKey>> keys;
  private final Predicate<Jwt> meantForUs;

  private TrustedIssuer(
      IdentityProvider provider,
      String issuer,
      Supplier<Map<String, RSAPublicKey>> keys,
      Predicate<Jwt> meantForUs) {
    this.provider = provider;
    this.issuer = issuer;
    this.keys = keys;
    this.meantForUs = meantForUs;
  }

  /**
   * Returns Microsoft, all tenants: access tokens for one API.
   *
   * @param issuer with <code>{tenantid}</code> in place of the tenant
   * @param keys the public keys by their ids, as they are at the moment
   * @param apiId the API
   */
  public static TrustedIssuer microsoft(
      String issuer, Supplier<Map<String, RSAPublicKey>> keys, String apiId) {
    return new TrustedIssuer(
        IdentityProvider.MICROSOFT, issuer, keys, token -> token.audiences().contains(apiId));
  }

  /**
   * Returns Google: ID tokens of users for a known client, and of service accounts for the API. The
   * two are kept apart, because a service account can request any audience. Google writes the
   * client that received the token into {@code azp}.
   *
   * @param clientIds the programs that people sign in with
   * @param apiAudience what service accounts ask for
   */
  public static TrustedIssuer google(
      String issuer,
      Supplier<Map<String, RSAPublicKey>> keys,
      Supplier<Set<String>> clientIds,
      String apiAudience) {
    return new TrustedIssuer(
        IdentityProvider.GOOGLE,
        issuer,
        keys,
        token -> {
          Set<String> programs = clientIds.get();
          return programs.contains(token.claim("azp"))
              ? token.audiences().stream().anyMatch(programs::contains)
              : token.audiences().contains(apiAudience);
        });
  }

  /** Returns the identity provider of the accounts. */
  public IdentityProvider provider() {
    return provider;
  }

  /** Returns the name of the issuer, or a pattern of it. */
  public String name() {
    return issuer;
  }

  boolean hasIssued(Jwt token) {
    if (!issuer.contains(TENANT)) {
      return issuer.equals(token.claim("iss"));
    }
    String tenant = token.claim("tid");
    return TENANT_ID.matcher(tenant).matches()
        && issuer.replace(TENANT, tenant).equals(token.claim("iss"));
  }

  Map<String, RSAPublicKey> keys() {
    return keys.get();
  }

  boolean isMeantForUs(Jwt token) {
    return meantForUs.test(token);
  }
}
