package canon.cpp.cloudservice.internal.membership;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.internal.call.ChangeCall;
import canon.cpp.cloudservice.internal.call.OperationBuilder;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.call.ReadCall;
import canon.cpp.cloudservice.internal.paging.PageRequest;
import canon.cpp.cloudservice.membership.AddedAdministrator;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.Administrators;
import canon.cpp.cloudservice.membership.ListAdministrators;
import canon.cpp.cloudservice.membership.RemovedAdministrator;
import java.util.Optional;

/** The operations on administrators. */
public final class DefaultAdministrators implements Administrators {
  private static final String PATH = "/v1/administrators/{administratorKey}";
  private static final String KEY = "administratorKey";

  private final OperationExecutor caller;

  public DefaultAdministrators(OperationExecutor caller) {
    this.caller = caller;
  }

  @Override
  public Change<AddedAdministrator> add(String email) {
    return new ChangeCall<>(
        caller,
        MemberKeys.email(OperationBuilder.post("addAdministrator", "/v1/administrators"), email)
            .answering(MembershipJson::addedAdministrator));
  }

  @Override
  public Call<Administrator> get(String administratorKey) {
    return read(administratorKey);
  }

  @Override
  public Call<Optional<Administrator>> find(String administratorKey) {
    return read(administratorKey).orEmpty();
  }

  @Override
  public Change<RemovedAdministrator> remove(String administratorKey) {
    return new ChangeCall<>(
        caller,
        MemberKeys.key(OperationBuilder.delete("removeAdministrator", PATH), KEY, administratorKey)
            .answering(MembershipJson::removedAdministrator));
  }

  @Override
  public ListAdministrators list() {
    return new DefaultListAdministrators(caller, PageRequest.FIRST, null);
  }

  private ReadCall<Administrator> read(String administratorKey) {
    return new ReadCall<>(
        caller,
        MemberKeys.key(OperationBuilder.get("getAdministrator", PATH), KEY, administratorKey)
            .answering(MembershipJson::administrator));
  }
}
