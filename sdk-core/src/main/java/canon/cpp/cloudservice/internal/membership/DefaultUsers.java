package canon.cpp.cloudservice.internal.membership;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.internal.call.ChangeCall;
import canon.cpp.cloudservice.internal.call.OperationBuilder;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.call.ReadCall;
import canon.cpp.cloudservice.membership.AddedUser;
import canon.cpp.cloudservice.membership.ListUsers;
import canon.cpp.cloudservice.membership.RemoveUser;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.membership.Users;
import java.util.Optional;

/** The operations on users. */
public final class DefaultUsers implements Users {
  private final OperationExecutor caller;

  public DefaultUsers(OperationExecutor caller) {
    this.caller = caller;
  }

  @Override
  public Change<AddedUser> add(String email) {
    return new ChangeCall<>(
        caller,
        MemberKeys.email(OperationBuilder.post("addUser", "/v1/users"), email)
            .answering(MembershipJson::addedUser));
  }

  @Override
  public Call<User> get(String userKey) {
    return read(userKey);
  }

  @Override
  public Call<Optional<User>> find(String userKey) {
    return read(userKey).orEmpty();
  }

  @Override
  public RemoveUser remove(String userKey) {
    return new DefaultRemoveUser(caller, requireNonNull(userKey, "userKey"));
  }

  @Override
  public ListUsers list() {
    return DefaultListUsers.everybody(caller);
  }

  private ReadCall<User> read(String userKey) {
    return new ReadCall<>(
        caller,
        MemberKeys.key(OperationBuilder.get("getUser", "/v1/users/{userKey}"), "userKey", userKey)
            .answering(MembershipJson::user));
  }
}
