package canon.cpp.cloudservice.internal.membership;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.internal.call.ChangeCall;
import canon.cpp.cloudservice.internal.call.OperationBuilder;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.json.JsonBody;
import canon.cpp.cloudservice.membership.RemoveUser;
import canon.cpp.cloudservice.membership.RemovedUser;
import java.util.ArrayList;
import java.util.List;

/** Removing a user from lists. */
final class DefaultRemoveUser implements RemoveUser {
  private final OperationExecutor caller;
  private final String userKey;

  DefaultRemoveUser(OperationExecutor caller, String userKey) {
    this.caller = caller;
    this.userKey = userKey;
  }

  @Override
  public Change<RemovedUser> from(Application application, Application... more) {
    List<String> ids = new ArrayList<>();
    ids.add(requireNonNull(application, "application").id());
    for (Application other : more) {
      ids.add(requireNonNull(other, "application").id());
    }
    return removal(new JsonBody().with("applications", ids));
  }

  @Override
  public Change<RemovedUser> fromEveryList() {
    return removal(new JsonBody().withFlag("all", true));
  }

  private Change<RemovedUser> removal(JsonBody body) {
    return new ChangeCall<>(
        caller,
        MemberKeys.key(
                OperationBuilder.post("removeUser", "/v1/users/{userKey}/removals"),
                "userKey",
                userKey)
            .body(body)
            .answering(MembershipJson::removedUser));
  }
}
