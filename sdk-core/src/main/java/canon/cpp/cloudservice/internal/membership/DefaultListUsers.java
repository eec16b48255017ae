package canon.cpp.cloudservice.internal.membership;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.PageToken;
import canon.cpp.cloudservice.internal.call.OperationBuilder;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.paging.ListCall;
import canon.cpp.cloudservice.internal.paging.PageRequest;
import canon.cpp.cloudservice.internal.values.Checks;
import canon.cpp.cloudservice.membership.ListState;
import canon.cpp.cloudservice.membership.ListUsers;
import canon.cpp.cloudservice.membership.User;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The list of users with its filters. */
final class DefaultListUsers extends ListCall<User> implements ListUsers {
  private static final int MAX_PREFIX_LENGTH = 254;

  private final Filter filter;

  private DefaultListUsers(OperationExecutor caller, PageRequest request, Filter filter) {
    super(caller, request, MembershipJson::user);
    this.filter = filter;
  }

  static DefaultListUsers everybody(OperationExecutor caller) {
    return new DefaultListUsers(caller, PageRequest.FIRST, new Filter(null, null, null));
  }

  /** What the list is narrowed to; null for everything. */
  private record Filter(
      @Nullable Application application,
      @Nullable ListState remoteControl,
      @Nullable String text) {}

  @Override
  protected OperationBuilder draft() {
    return OperationBuilder.get("listUsers", "/v1/users")
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

  @Override
  public ListUsers pageSize(int size) {
    return with(request().withSize(size));
  }

  @Override
  public ListUsers startingFrom(PageToken token) {
    return with(request().startingFrom(token));
  }

  @Override
  public ListUsers timeoutPerPage(Duration timeout) {
    return with(request().withTimeout(timeout));
  }

  @Override
  public ListUsers header(String name, String value) {
    return with(request().withHeader(name, value));
  }

  private ListUsers with(Filter other) {
    return new DefaultListUsers(caller(), request(), other);
  }

  private ListUsers with(PageRequest other) {
    return new DefaultListUsers(caller(), other, filter);
  }
}
