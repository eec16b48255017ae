package canon.cpp.cloudservice.testing.internal.identity;

import canon.cpp.cloudservice.session.IdentityProvider;
import canon.cpp.cloudservice.testing.FakeAccount;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Derives the account from a verified token, and whether the provider has verified its address
 * (D33, D34).
 */
public final class TokenAccounts {
  /** The tenant of all personal accounts. */
  private static final String PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";

  private TokenAccounts() {}

  public static FakeAccount read(VerifiedToken token) {
    return token.issuer().provider().equals(IdentityProvider.MICROSOFT)
        ? microsoft(token.claims())
        : google(token.claims());
  }

  private static FakeAccount microsoft(ObjectNode claims) {
    String tenant = claims.path("tid").asText();
    String subject = LastingKeys.microsoft(tenant, claims.path("oid").asText());
    if (claims.path("idtyp").asText().equals("app")) {
      return FakeAccount.applicationPrincipal(subject);
    }
    String email = claims.path("email").asText();
    boolean emailVerified = isTrue(claims.path("xms_edov")) || tenant.equals(PERSONAL);
    return email.isEmpty()
        ? account(IdentityProvider.MICROSOFT, claims.path("preferred_username").asText(), subject)
            .emailNotVerified()
        : vouched(account(IdentityProvider.MICROSOFT, email, subject), emailVerified);
  }

  private static FakeAccount google(ObjectNode claims) {
    FakeAccount account =
        account(
            IdentityProvider.GOOGLE, claims.path("email").asText(), claims.path("sub").asText());
    return vouched(account, isTrue(claims.path("email_verified")));
  }

  private static FakeAccount vouched(FakeAccount account, boolean emailVerified) {
    return emailVerified ? account : account.emailNotVerified();
  }

  /** Returns an address that the service does not accept counts as missing. */
  private static FakeAccount account(IdentityProvider provider, String email, String subject) {
    FakeAccount withoutEmail = FakeAccount.withoutEmail(provider, subject);
    try {
      return withoutEmail.withEmail(email);
    } catch (IllegalArgumentException e) {
      return withoutEmail;
    }
  }

  /** Providers write the flag as a boolean, a number or a text. */
  private static boolean isTrue(JsonNode claim) {
    return claim.asBoolean() || claim.asText().equals("1");
  }
}
