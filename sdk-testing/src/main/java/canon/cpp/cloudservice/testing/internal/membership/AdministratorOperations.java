package canon.cpp.cloudservice.testing.internal.membership;

import canon.cpp.cloudservice.testing.internal.paging.Pages;
import canon.cpp.cloudservice.testing.internal.service.Operation;
import canon.cpp.cloudservice.testing.internal.service.OperationContext;
import canon.cpp.cloudservice.testing.internal.store.Member;
import canon.cpp.cloudservice.testing.internal.store.MemberIndex;
import canon.cpp.cloudservice.testing.internal.store.Members;
import canon.cpp.cloudservice.testing.internal.store.MembershipState;
import canon.cpp.cloudservice.testing.internal.store.Site;
import canon.cpp.cloudservice.testing.internal.wire.BodyFields;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import canon.cpp.cloudservice.testing.internal.wire.Problem;
import canon.cpp.cloudservice.testing.internal.wire.ProblemException;
import canon.cpp.cloudservice.testing.internal.wire.ProblemKind;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations on cloud service administrators: D7, D10, D13, D14, D16. */
public final class AdministratorOperations {
  private static final String PATH = "/v1/administrators";
  private static final String KEY_PATH = PATH + "/{administratorKey}";

  private final Accounts accounts;
  private final Members members;
  private final Pages pages;

  public AdministratorOperations(Accounts accounts, Members members, Pages pages) {
    this.accounts = accounts;
    this.members = members;
    this.pages = pages;
  }

  public List<Operation> operations() {
    return List.of(
        Operation.read("listAdministrators", "GET", PATH, this::list),
        Operation.change("addAdministrator", "POST", PATH, this::add),
        Operation.read("getAdministrator", "GET", KEY_PATH, this::get),
        Operation.change("removeAdministrator", "DELETE", KEY_PATH, this::remove));
  }

  private ObjectNode list(OperationContext context) {
    Site site = accounts.administrator(context.account());
    Optional<MembershipState> state =
        context.query().value("state").flatMap(id -> Choices.state(context.errors(), "state", id));
    MemberIndex index = state.map(MemberIndex::administrators).orElse(MemberIndex.ADMINISTRATORS);
    return pages.page(
        context,
        site,
        index.name(),
        site.members(index),
        "",
        member -> true,
        MemberJson::administrator);
  }

  private ObjectNode get(OperationContext context) {
    Site site = accounts.administrator(context.account());
    return MemberJson.administrator(member(context, site));
  }

  private ObjectNode add(OperationContext context) {
    Site site = accounts.administrator(context.account());
    BodyFields fields = context.body();
    Optional<Address> email = Addresses.read(fields, "email");
    fields.check();

    Invitations.Result added =
        Invitations.administrator(members, site, email.orElseThrow(), context.now());
    ObjectNode result = Json.object();
    result.set("administrator", MemberJson.administrator(added.member()));
    result.put("role", added.newRole() ? "added" : "alreadyPresent");
    MemberJson.changes(result, added.lists(), "added", "alreadyPresent");
    return result;
  }

  /** Check and removal are atomic, because the handler runs under the lock of the store. */
  private ObjectNode remove(OperationContext context) {
    Site site = accounts.administrator(context.account());
    Optional<String> condition = Etags.condition(context);
    Member member = member(context, site);
    Etags.check(condition, member);
    Map<String, Member> active = site.members(MemberIndex.ADMINISTRATORS_ACTIVE);
    if (active.size() == 1 && active.containsValue(member)) {
      throw new ProblemException(ProblemKind.LAST_ADMINISTRATOR);
    }
    ObjectNode result = Json.object();
    result.set("administrator", MemberJson.administrator(member));
    RemovalWarnings warnings = RemovalWarnings.before(site);
    members.removeRole(member);
    result.put("gone", members.isGone(member));
    warnings.addTo(result);
    return result;
  }

  private Member member(OperationContext context, Site site) {
    Optional<MemberKey> key = MemberKey.read(context, "administratorKey");
    context.errors().check();
    return key.flatMap(found -> found.find(members, site, members::withAdministratorId))
        .filter(member -> member.role().isPresent())
        .orElseThrow(() -> new ProblemException(Problem.notFound("administrator")));
  }
}
