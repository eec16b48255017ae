package canon.cpp.cloudservice.internal.areas;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.internal.call.Operation;
import canon.cpp.cloudservice.internal.call.OperationBuilder;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.call.OperationId;
import canon.cpp.cloudservice.internal.json.JsonBody;
import canon.cpp.cloudservice.internal.values.Checks;
import canon.cpp.cloudservice.membership.AddedUser;
import canon.cpp.cloudservice.membership.ListState;
import canon.cpp.cloudservice.membership.ListUsers;
import canon.cpp.cloudservice.membership.RemoveUser;
import canon.cpp.cloudservice.membership.ResolvedAddress;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.membership.Users;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The operations on users. */
public final class DefaultUsers extends Area implements Users {
  private static final String KEY = "userKey";
  private static final int MAX_RESOLVED = 1000;

  public DefaultUsers(OperationExecutor executor) {
    super(executor);
  }

  @Override
  public Change<AddedUser> add(String email) {
    return change(
        MemberKeys.email(OperationBuilder.of(OperationId.ADD_USER), email)
            .reading(MembershipJson::addedUser));
  }

  @Override
  public Call<User> get(String userKey) {
    return read(reading(userKey));
  }

  @Override
  public Call<Optional<User>> find(String userKey) {
    return read(reading(userKey)).orEmpty();
  }

  @Override
  public Call<User> awaitActive(String userKey, Application application) {
    requireNonNull(application, "application");
    return await(
        reading(userKey),
        user -> user.stateOn(application).filter(ListState.ACTIVE::equals).isPresent(),
        "the user is not Active on the list of " + application);
  }

  @Override
  public RemoveUser remove(String userKey) {
    return new DefaultRemoveUser(executor(), requireNonNull(userKey, "userKey"), null);
  }

  @Override
  public Call<List<ResolvedAddress>> resolve(Collection<String> addresses) {
    List<String> typed = new ArrayList<>(addresses.size());
    for (String address : addresses) {
      typed.add(requireNonNull(address, "address"));
    }
    Checks.inRange("the number of addresses", typed.size(), 1, MAX_RESOLVED);
    return read(
        OperationBuilder.of(OperationId.RESOLVE_ADDRESSES)
            .body(new JsonBody().with("addresses", typed))
            .reading(json -> MembershipJson.resolvedAddresses(typed, json)));
  }

  @Override
  public ListUsers list() {
    return DefaultListUsers.unfiltered(executor());
  }

  private static Operation<User> reading(String userKey) {
    return MemberKeys.key(OperationBuilder.of(OperationId.GET_USER), KEY, userKey)
        .reading(MembershipJson::user);
  }
}
