package canon.cpp.cloudservice.testing.internal.state;

import canon.cpp.cloudservice.session.IdentityProvider;
import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.internal.membership.InvalidAddressException;
import canon.cpp.cloudservice.testing.internal.store.AccountKey;
import canon.cpp.cloudservice.testing.internal.wire.JsonPart;
import java.util.Optional;

/** Reads accounts. */
public final class AccountReader {
  private AccountReader() {}

  /** Returns the account in a JSON object: with an address, or without one and with its subject. */
  public static FakeAccount account(JsonPart part) {
    Optional<String> email = part.optionalText("email");
    Optional<String> provider = part.optionalText("provider");
    Optional<String> subject = part.optionalText("subject");
    if (email.isEmpty() && subject.isEmpty()) {
      throw part.wrong("email", "is missing");
    }
    FakeAccount account =
        email
            .map(address -> person(part, provider, address))
            .orElseGet(
                () ->
                    FakeAccount.withoutEmail(
                        provider.map(name -> known(part, name)).orElse(IdentityProvider.MICROSOFT),
                        subject.orElse("")));
    account = subject.map(account::withSubject).orElse(account);
    account = part.flag("emailVerified", true) ? account : account.emailNotVerified();
    part.checkAllKnown();
    return account;
  }

  private static FakeAccount person(JsonPart part, Optional<String> provider, String email) {
    try {
      return provider.map(name -> person(part, name, email)).orElseGet(() -> FakeAccount.of(email));
    } catch (InvalidAddressException e) {
      throw part.wrong("email", "is not valid: " + e.getMessage());
    }
  }

  private static FakeAccount person(JsonPart part, String provider, String email) {
    return known(part, provider).equals(IdentityProvider.GOOGLE)
        ? FakeAccount.google(email)
        : FakeAccount.microsoft(email);
  }

  private static IdentityProvider known(JsonPart part, String provider) {
    IdentityProvider known = IdentityProvider.of(provider);
    if (!known.isKnown()) {
      throw part.wrong("provider", "is neither google nor microsoft: " + provider);
    }
    return known;
  }

  /** Returns the stable key of an account. A missing subject is derived from the address. */
  static AccountKey key(JsonPart part, Optional<String> email) {
    String provider = known(part, part.text("provider")).id();
    String subject =
        part.optionalText("subject")
            .or(() -> email.map(text -> person(part, provider, text).subject()))
            .orElseThrow(() -> part.wrong("subject", "is missing"));
    part.checkAllKnown();
    return new AccountKey(provider, subject);
  }
}
