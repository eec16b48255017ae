package canon.cpp.cloudservice.internal.areas;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.internal.call.OperationBuilder;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.call.OperationId;
import canon.cpp.cloudservice.internal.json.JsonBody;
import canon.cpp.cloudservice.membership.RemoveUser;
import canon.cpp.cloudservice.membership.RemovedUser;
import java.util.ArrayList;
import java.util.List;

/** The removal of a user from lists. */
final class DefaultRemoveUser extends Area implements RemoveUser {
  private final String userKey;

  DefaultRemoveUser(OperationExecutor executor, String userKey) {
    super(executor);
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
    return change(
        MemberKeys.key(OperationBuilder.of(OperationId.REMOVE_USER), "userKey", userKey)
            .body(body)
            .reading(MembershipJson::removedUser));
  }
}
