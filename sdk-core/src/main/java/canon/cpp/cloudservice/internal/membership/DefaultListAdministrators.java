package canon.cpp.cloudservice.internal.membership;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.PageToken;
import canon.cpp.cloudservice.internal.call.OperationBuilder;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.paging.ListCall;
import canon.cpp.cloudservice.internal.paging.PageRequest;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.ListAdministrators;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The list of administrators with its filter. */
final class DefaultListAdministrators extends ListCall<Administrator>
    implements ListAdministrators {
  private final @Nullable AdministratorState state;

  DefaultListAdministrators(
      OperationExecutor caller, PageRequest request, @Nullable AdministratorState state) {
    super(caller, request, MembershipJson::administrator);
    this.state = state;
  }

  @Override
  protected OperationBuilder draft() {
    return OperationBuilder.get("listAdministrators", "/v1/administrators").query("state", state);
  }

  @Override
  public ListAdministrators state(AdministratorState wanted) {
    return new DefaultListAdministrators(caller(), request(), requireNonNull(wanted, "state"));
  }

  @Override
  public ListAdministrators pageSize(int size) {
    return with(request().withSize(size));
  }

  @Override
  public ListAdministrators startingFrom(PageToken token) {
    return with(request().startingFrom(token));
  }

  @Override
  public ListAdministrators timeoutPerPage(Duration timeout) {
    return with(request().withTimeout(timeout));
  }

  @Override
  public ListAdministrators header(String name, String value) {
    return with(request().withHeader(name, value));
  }

  private ListAdministrators with(PageRequest other) {
    return new DefaultListAdministrators(caller(), other, state);
  }
}
