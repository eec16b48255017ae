package canon.cpp.cloudservice.bulk.internal.operations;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.Response;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.internal.job.RowResult;
import canon.cpp.cloudservice.membership.ChangeResult;
import canon.cpp.cloudservice.membership.ListChange;
import canon.cpp.cloudservice.membership.User;
import java.util.List;
import java.util.Set;

/** Tells what a change did, and whether one is needed. */
final class Results {
  private static final Set<ChangeResult> NOTHING =
      Set.of(ChangeResult.ALREADY_PRESENT, ChangeResult.NOT_PRESENT);

  private Results() {}

  /** Returns whether any list was changed. */
  static RowResult of(Response<?> response, List<ListChange> changes) {
    boolean nothing = changes.stream().map(ListChange::result).allMatch(NOTHING::contains);
    ItemResult result = nothing ? ItemResult.ALREADY_SO : ItemResult.DONE;
    return RowResult.of(result, response.requestId());
  }

  static boolean isOnAllLists(User user) {
    return user.stateOn(Application.DASHBOARD).isPresent()
        && user.stateOn(Application.REMOTE_MATCH).isPresent()
        && user.stateOn(Application.REMOTE_CONTROL).isPresent();
  }
}
