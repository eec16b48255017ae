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
import org.jspecify.annotations.Nullable;

/** The removal of a user from lists. */
final class DefaultRemoveUser extends Area implements RemoveUser {
  private final String userKey;
  private final @Nullable String etag;

  DefaultRemoveUser(OperationExecutor executor, String userKey, @Nullable String etag) {
    super(executor);
    this.userKey = userKey;
    this.etag = etag;
  }

  @Override
  public RemoveUser ifMatch(String value) {
    return new DefaultRemoveUser(executor(), userKey, MemberKeys.etag(value));
  }

  @Override
  public Change<RemovedUser> from(Application application, Application... more) {
    List<String> ids = new ArrayList<>();
    ids.add(requireNonNull(application, "application").id());
    for (Application other : more) {
      ids.add(requireNonNull(other, "application").id());
    }
    return removal(
        OperationBuilder.of(OperationId.REMOVE_USER)
            .body(new JsonBody().with("applications", ids)));
  }

  @Override
  public Change<RemovedUser> fromEveryList() {
    return removal(OperationBuilder.of(OperationId.REMOVE_USER_FROM_EVERY_LIST));
  }

  private Change<RemovedUser> removal(OperationBuilder operation) {
    return change(
        MemberKeys.key(operation, "userKey", userKey)
            .ifMatch(etag)
            .reading(MembershipJson::removedUser));
  }
}
