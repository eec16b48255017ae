package canon.cpp.cloudservice.internal.areas;

import canon.cpp.cloudservice.internal.json.JsonObject;
import canon.cpp.cloudservice.session.Account;
import canon.cpp.cloudservice.session.IdentityProvider;
import canon.cpp.cloudservice.session.Role;
import canon.cpp.cloudservice.session.Session;
import canon.cpp.cloudservice.session.SignOutResult;
import canon.cpp.cloudservice.session.SignedIn;
import canon.cpp.cloudservice.session.SignedOut;

/** Reads the JSON of sessions. */
final class SessionJson {
  private SessionJson() {}

  static SignedIn signedIn(JsonObject json) {
    return new SignedIn(session(json), json.flag("firstSignIn"));
  }

  static Session session(JsonObject json) {
    return new Session(
        json.object("account", SessionJson::account),
        json.strings("roles", Role::of),
        json.object("site", SiteJson::site));
  }

  static SignedOut signedOut(JsonObject json) {
    return new SignedOut(SignOutResult.of(json.string("result")));
  }

  private static Account account(JsonObject json) {
    return new Account(
        IdentityProvider.of(json.string("provider")),
        json.optionalString("email"),
        json.optionalString("canonicalEmail"));
  }
}
