package canon.cpp.cloudservice.testing.internal.membership;

import canon.cpp.cloudservice.testing.internal.paging.Pages;
import canon.cpp.cloudservice.testing.internal.service.Operation;
import canon.cpp.cloudservice.testing.internal.service.OperationContext;
import canon.cpp.cloudservice.testing.internal.store.ApplicationList;
import canon.cpp.cloudservice.testing.internal.store.Member;
import canon.cpp.cloudservice.testing.internal.store.Members;
import canon.cpp.cloudservice.testing.internal.store.Site;
import canon.cpp.cloudservice.testing.internal.wire.BodyFields;
import canon.cpp.cloudservice.testing.internal.wire.FieldError.Code;
import canon.cpp.cloudservice.testing.internal.wire.FieldErrors;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import canon.cpp.cloudservice.testing.internal.wire.Problem;
import canon.cpp.cloudservice.testing.internal.wire.ProblemException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The operations on cloud service users: D6, D8, D12, D14 to D16, D18. */
public final class UserOperations {
  private final Accounts accounts;
  private final Members members;
  private final Pages pages;

  public UserOperations(Accounts accounts, Members members, Pages pages) {
    this.accounts = accounts;
    this.members = members;
    this.pages = pages;
  }

  public List<Operation> operations() {
    return List.of(
        Operation.read("listUsers", "GET", "/v1/users", this::list),
        Operation.change("addUser", "POST", "/v1/users", this::add),
        Operation.read("getUser", "GET", "/v1/users/{userKey}", this::get),
        Operation.change("removeUser", "POST", "/v1/users/{userKey}/removals", this::remove),
        Operation.change(
            "removeUserFromEveryList", "DELETE", "/v1/users/{userKey}", this::removeFromEveryList));
  }

  private ObjectNode list(OperationContext context) {
    Site site = accounts.administrator(context.account());
    UserFilter filter = UserFilter.of(context.query(), context.errors());
    return pages.page(
        context,
        site,
        filter.toString(),
        filter.source(site),
        filter.prefix(),
        filter::matches,
        MemberJson::user);
  }

  private ObjectNode get(OperationContext context) {
    Site site = accounts.administrator(context.account());
    Optional<MemberKey> key = MemberKey.read(context, "userKey");
    context.errors().check();
    return MemberJson.user(member(site, key));
  }

  private ObjectNode add(OperationContext context) {
    Site site = accounts.administrator(context.account());
    BodyFields fields = context.body();
    Optional<Address> email = Addresses.read(fields, "email");
    fields.check();

    Invitations.Result added = Invitations.user(members, site, email.orElseThrow(), context.now());
    ObjectNode result = Json.object();
    result.set("user", MemberJson.user(added.member()));
    MemberJson.changes(result, added.lists(), "added", "alreadyPresent");
    return result;
  }

  private ObjectNode remove(OperationContext context) {
    Site site = accounts.administrator(context.account());
    return remove(context, site, listsToRemoveFrom(context.body()));
  }

  private ObjectNode removeFromEveryList(OperationContext context) {
    Site site = accounts.administrator(context.account());
    return remove(context, site, EnumSet.allOf(ApplicationList.class));
  }

  private ObjectNode remove(OperationContext context, Site site, Set<ApplicationList> lists) {
    Optional<MemberKey> key = MemberKey.read(context, "userKey");
    Optional<String> condition = Etags.condition(context);
    context.errors().check();

    Member member = member(site, key);
    Etags.check(condition, member);
    RemovalWarnings warnings = RemovalWarnings.before(site);
    Map<ApplicationList, Boolean> changes = new EnumMap<>(ApplicationList.class);
    lists.forEach(list -> changes.put(list, member.stateOn(list).isPresent()));
    members.removeFrom(member, lists);
    ObjectNode result = Json.object();
    result.set("user", MemberJson.user(member));
    MemberJson.changes(result, changes, "removed", "notPresent");
    result.put("gone", members.isGone(member));
    warnings.addTo(result);
    return result;
  }

  /** Returns a user. A member that is on no list is not a user (D18). */
  private Member member(Site site, Optional<MemberKey> key) {
    return key.flatMap(found -> found.find(members, site, members::withUserId))
        .filter(Member::isUser)
        .orElseThrow(() -> new ProblemException(Problem.notFound("user")));
  }

  private static Set<ApplicationList> listsToRemoveFrom(BodyFields fields) {
    Optional<List<String>> named = fields.texts("applications");
    FieldErrors errors = fields.errors();
    Set<ApplicationList> lists = EnumSet.noneOf(ApplicationList.class);
    List<String> ids = named.orElse(List.of());
    for (int i = 0; i < ids.size(); i++) {
      String field = "applications[" + i + "]";
      Choices.application(errors, field, ids.get(i)).ifPresent(lists::add);
    }
    if (named.isEmpty()) {
      errors.add("applications", Code.MISSING, "This field is required.");
    } else if (ids.isEmpty()) {
      errors.add("applications", Code.TOO_SHORT, "Name at least one application.");
    }
    fields.checkNames();
    return lists;
  }
}
