package canon.cpp.cloudservice.internal.areas;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.internal.call.CallOptions;
import canon.cpp.cloudservice.internal.call.Operation;
import canon.cpp.cloudservice.internal.call.OperationBuilder;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.call.OperationId;
import canon.cpp.cloudservice.internal.paging.PageRequest;
import canon.cpp.cloudservice.membership.AddedAdministrator;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.Administrators;
import canon.cpp.cloudservice.membership.ListAdministrators;
import canon.cpp.cloudservice.membership.RemoveAdministrator;
import java.util.Optional;

/** The operations on administrators. */
public final class DefaultAdministrators extends Area implements Administrators {
  private static final String KEY = "administratorKey";

  public DefaultAdministrators(OperationExecutor executor) {
    super(executor);
  }

  @Override
  public Change<AddedAdministrator> add(String email) {
    return change(
        MemberKeys.email(OperationBuilder.of(OperationId.ADD_ADMINISTRATOR), email)
            .reading(MembershipJson::addedAdministrator));
  }

  @Override
  public Call<Administrator> get(String administratorKey) {
    return read(reading(administratorKey));
  }

  @Override
  public Call<Optional<Administrator>> find(String administratorKey) {
    return read(reading(administratorKey)).orEmpty();
  }

  @Override
  public Call<Administrator> awaitActive(String administratorKey) {
    return await(
        reading(administratorKey),
        administrator -> administrator.state().equals(AdministratorState.ACTIVE),
        "the administrator has not signed in");
  }

  @Override
  public RemoveAdministrator remove(String administratorKey) {
    return new DefaultRemoveAdministrator(
        executor(), requireNonNull(administratorKey, KEY), null, CallOptions.NONE);
  }

  @Override
  public ListAdministrators list() {
    return new DefaultListAdministrators(executor(), PageRequest.FIRST, null);
  }

  private static Operation<Administrator> reading(String administratorKey) {
    return MemberKeys.key(OperationBuilder.of(OperationId.GET_ADMINISTRATOR), KEY, administratorKey)
        .reading(MembershipJson::administrator);
  }
}
