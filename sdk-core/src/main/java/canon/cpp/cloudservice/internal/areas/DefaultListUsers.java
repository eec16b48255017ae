package canon.cpp.cloudservice.internal.areas;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.internal.call.OperationBuilder;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.call.OperationId;
import canon.cpp.cloudservice.internal.paging.ListCall;
import canon.cpp.cloudservice.internal.paging.PageRequest;
import canon.cpp.cloudservice.internal.values.Checks;
import canon.cpp.cloudservice.membership.ListState;
import canon.cpp.cloudservice.membership.ListUsers;
import canon.cpp.cloudservice.membership.User;
import org.jspecify.annotations.Nullable;

/** The list of users with its filters. */
final class DefaultListUsers extends ListCall<User, ListUsers> implements ListUsers {
  private static final int MAX_PREFIX_LENGTH = 254;

  private final Filter filter;

  private DefaultListUsers(OperationExecutor executor, PageRequest request, Filter filter) {
    super(executor, request, MembershipJson::user);
    this.filter = filter;
  }

  static DefaultListUsers unfiltered(OperationExecutor executor) {
    return new DefaultListUsers(executor, PageRequest.FIRST, new Filter(null, null, null));
  }

  /** The filters of the list; null means no filter. */
  private record Filter(
      @Nullable Application application,
      @Nullable ListState remoteControl,
      @Nullable String text) {}

  @Override
  protected OperationBuilder operation() {
    return OperationBuilder.of(OperationId.LIST_USERS)
        .query("application", filter.application)
        .query("remoteControlState", filter.remoteControl)
        .query("text", filter.text);
  }

  @Override
  public ListUsers on(Application application) {
    requireNonNull(application, "application");
    return with(new Filter(application, filter.remoteControl, filter.text));
  }

  @Override
  public ListUsers remoteControl(ListState state) {
    requireNonNull(state, "state");
    return with(new Filter(filter.application, state, filter.text));
  }

  @Override
  public ListUsers emailStartingWith(String prefix) {
    Checks.text("prefix", prefix, MAX_PREFIX_LENGTH);
    return with(new Filter(filter.application, filter.remoteControl, prefix));
  }

  private ListUsers with(Filter changed) {
    return new DefaultListUsers(executor(), request(), changed);
  }

  @Override
  protected ListUsers with(PageRequest changed) {
    return new DefaultListUsers(executor(), changed, filter);
  }
}
