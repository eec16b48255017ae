package canon.cpp.cloudservice.internal.membership;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.internal.call.Caller;
import canon.cpp.cloudservice.internal.call.OperationDraft;
import canon.cpp.cloudservice.internal.call.Read;
import canon.cpp.cloudservice.internal.call.Write;
import canon.cpp.cloudservice.internal.json.JsonBody;
import canon.cpp.cloudservice.internal.paging.PageRequest;
import canon.cpp.cloudservice.membership.AddedAdministrator;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.Administrators;
import canon.cpp.cloudservice.membership.ListAdministrators;
import canon.cpp.cloudservice.membership.RemovedAdministrator;
import java.util.Optional;

/** The operations on administrators. */
public final class AdministratorCalls implements Administrators {
  private static final String PATH = "/v1/administrators/{administratorKey}";
  private static final String KEY = "administratorKey";

  private final Caller caller;

  public AdministratorCalls(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Change<AddedAdministrator> add(String email) {
    return new Write<>(
        caller,
        OperationDraft.post("addAdministrator", "/v1/administrators")
            .body(new JsonBody().with("email", MemberKeys.email(email)))
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
    return new Write<>(
        caller,
        OperationDraft.delete("removeAdministrator", PATH)
            .path(KEY, MemberKeys.key(KEY, administratorKey))
            .answering(MembershipJson::removedAdministrator));
  }

  @Override
  public ListAdministrators list() {
    return new AdministratorList(caller, PageRequest.FIRST, null);
  }

  private Read<Administrator> read(String administratorKey) {
    return new Read<>(
        caller,
        OperationDraft.get("getAdministrator", PATH)
            .path(KEY, MemberKeys.key(KEY, administratorKey))
            .answering(MembershipJson::administrator));
  }
}
