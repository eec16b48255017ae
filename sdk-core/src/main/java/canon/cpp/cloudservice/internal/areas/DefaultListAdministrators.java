package canon.cpp.cloudservice.internal.areas;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.internal.call.OperationBuilder;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.call.OperationId;
import canon.cpp.cloudservice.internal.paging.ListCall;
import canon.cpp.cloudservice.internal.paging.PageRequest;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.ListAdministrators;
import org.jspecify.annotations.Nullable;

/** The list of administrators with its filter. */
final class DefaultListAdministrators extends ListCall<Administrator, ListAdministrators>
    implements ListAdministrators {
  private final @Nullable AdministratorState state;

  DefaultListAdministrators(
      OperationExecutor executor, PageRequest request, @Nullable AdministratorState state) {
    super(executor, request, MembershipJson::administrator);
    this.state = state;
  }

  @Override
  protected OperationBuilder operation() {
    return OperationBuilder.of(OperationId.LIST_ADMINISTRATORS).query("state", state);
  }

  @Override
  public ListAdministrators state(AdministratorState wanted) {
    return new DefaultListAdministrators(executor(), request(), requireNonNull(wanted, "state"));
  }

  @Override
  protected ListAdministrators with(PageRequest changed) {
    return new DefaultListAdministrators(executor(), changed, state);
  }
}
