package canon.cpp.cloudservice.internal.membership;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.internal.call.Caller;
import canon.cpp.cloudservice.internal.call.OperationDraft;
import canon.cpp.cloudservice.internal.call.Read;
import canon.cpp.cloudservice.internal.call.Write;
import canon.cpp.cloudservice.internal.json.JsonBody;
import canon.cpp.cloudservice.membership.AddedUser;
import canon.cpp.cloudservice.membership.ListUsers;
import canon.cpp.cloudservice.membership.RemoveUser;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.membership.Users;
import java.util.Optional;

/** The operations on users. */
public final class UserCalls implements Users {
  private final Caller caller;

  public UserCalls(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Change<AddedUser> add(String email) {
    return new Write<>(
        caller,
        OperationDraft.post("addUser", "/v1/users")
            .body(new JsonBody().with("email", MemberKeys.email(email)))
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
    return new UserRemoval(caller, MemberKeys.key("userKey", userKey));
  }

  @Override
  public ListUsers list() {
    return UserList.everybody(caller);
  }

  private Read<User> read(String userKey) {
    return new Read<>(
        caller,
        OperationDraft.get("getUser", "/v1/users/{userKey}")
            .path("userKey", MemberKeys.key("userKey", userKey))
            .answering(MembershipJson::user));
  }
}
