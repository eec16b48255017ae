package canon.cpp.cloudservice.testing.internal.session;

import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.internal.membership.AccountIdentity;
import canon.cpp.cloudservice.testing.internal.membership.Accounts;
import canon.cpp.cloudservice.testing.internal.service.Operation;
import canon.cpp.cloudservice.testing.internal.service.OperationContext;
import canon.cpp.cloudservice.testing.internal.site.SiteOperations;
import canon.cpp.cloudservice.testing.internal.store.Members;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import canon.cpp.cloudservice.testing.internal.wire.ProblemException;
import canon.cpp.cloudservice.testing.internal.wire.ProblemKind;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The operations on the portal session: D10, D30 to D33. */
public final class SessionOperations {
  private static final String PATH = "/v1/session";

  private final Accounts accounts;
  private final Members members;

  public SessionOperations(Accounts accounts, Members members) {
    this.accounts = accounts;
    this.members = members;
  }

  public List<Operation> operations() {
    return List.of(
        Operation.change("signIn", "POST", PATH, this::signIn),
        Operation.read("getSession", "GET", PATH, this::get),
        Operation.change("signOut", "DELETE", PATH, this::signOut).evenAfterLogOut());
  }

  private ObjectNode signIn(OperationContext context) {
    AccountIdentity identity = accounts.identify(context.account());
    context.errors().check();
    boolean first = !identity.hasSignedIn();
    identity
        .member()
        .ifPresent(
            member -> {
              accounts.bind(member, context.account());
              members.signIn(member, context.now());
            });
    return json(context.account(), identity).put("firstSignIn", first);
  }

  private ObjectNode get(OperationContext context) {
    AccountIdentity identity = accounts.identify(context.account());
    if (!identity.hasSignedIn()) {
      throw new ProblemException(ProblemKind.SIGN_IN_REQUIRED);
    }
    return json(context.account(), identity);
  }

  private ObjectNode signOut(OperationContext context) {
    IssuedToken token = context.token();
    if (!token.isEnded() && !accounts.isRegistered(context.account())) {
      throw new ProblemException(ProblemKind.ACCOUNT_NOT_REGISTERED);
    }
    context.errors().check();
    if (token.isEnded()) {
      return Json.object().put("result", "alreadyEnded");
    }
    token.end();
    return Json.object().put("result", "ended");
  }

  private static ObjectNode json(FakeAccount account, AccountIdentity identity) {
    ObjectNode json = Json.object();
    ObjectNode who = json.putObject("account").put("provider", account.provider().id());
    account.email().ifPresent(email -> who.put("email", email));
    account.canonicalEmail().ifPresent(email -> who.put("canonicalEmail", email));
    ArrayNode roles = json.putArray("roles");
    if (identity.isActiveAdministrator()) {
      roles.add("administrator");
    }
    json.set("site", SiteOperations.json(identity.site()));
    return json;
  }
}
