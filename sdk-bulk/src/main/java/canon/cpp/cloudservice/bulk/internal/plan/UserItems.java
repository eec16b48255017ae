package canon.cpp.cloudservice.bulk.internal.plan;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.Response;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.internal.file.FileJournal;
import canon.cpp.cloudservice.bulk.internal.job.RowResult;
import canon.cpp.cloudservice.bulk.internal.removal.Protections;
import canon.cpp.cloudservice.bulk.journal.JobRow;
import canon.cpp.cloudservice.bulk.journal.RowTarget;
import canon.cpp.cloudservice.bulk.plan.PlanItem;
import canon.cpp.cloudservice.membership.AddedUser;
import canon.cpp.cloudservice.membership.ChangeResult;
import canon.cpp.cloudservice.membership.ListChange;
import canon.cpp.cloudservice.membership.RemoveUser;
import canon.cpp.cloudservice.membership.RemovedUser;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** The changes of users: an add to all lists, a removal from some, or both in this order. */
final class UserItems extends ItemOperation {
  private final CloudServiceClient client;

  UserItems(CloudServiceClient client, PlanData plan, Protections protections) {
    super(plan, protections);
    this.client = client;
  }

  @Override
  CompletableFuture<RowResult> find(PlanItem item) {
    return client
        .users()
        .find(item.canonicalEmail())
        .retryPolicy(RetryPolicy.none())
        .executeAsync()
        .thenApply(found -> compare(item, found));
  }

  private static RowResult compare(PlanItem item, Optional<User> found) {
    User user = found.filter(one -> !one.applications().isEmpty()).orElse(null);
    if (Drift.isAsWanted(item, user)) {
      return RowResult.of(ItemResult.ALREADY_SO, null);
    }
    String drift = Drift.of(item, user);
    if (drift != null) {
      return RowResult.unchanged(ItemResult.DRIFTED, drift);
    }
    return RowResult.found(
        item.action().removes() && user != null
            ? new RowTarget(user.id(), user.etag())
            : FileJournal.NOTHING_REMOVED);
  }

  @Override
  public CompletableFuture<RowResult> send(JobRow row, String idempotencyKey) {
    PlanItem item = item(row);
    return item.action().adds() ? add(item, idempotencyKey) : remove(row, item, idempotencyKey);
  }

  private CompletableFuture<RowResult> add(PlanItem item, String idempotencyKey) {
    return client
        .users()
        .add(item.email())
        .idempotencyKey(idempotencyKey)
        .retryPolicy(RetryPolicy.none())
        .withResponse()
        .executeAsync()
        .thenApply(added -> added(item, added));
  }

  /** Removes the user from the lists that are not wanted, unless somebody else has added them. */
  private RowResult added(PlanItem item, Response<AddedUser> response) {
    AddedUser added = response.value();
    List<Application> joined =
        added.changes().stream()
            .filter(change -> change.result().equals(ChangeResult.ADDED))
            .map(ListChange::application)
            .collect(Collectors.collectingAndThen(Collectors.toList(), List::copyOf));
    List<Application> leaving =
        Lists.union(item.removals(), Lists.both(Lists.unwanted(item), joined));
    if (leaving.isEmpty()) {
      ItemResult result = joined.isEmpty() ? ItemResult.ALREADY_SO : ItemResult.DONE;
      return RowResult.of(result, response.requestId());
    }
    RowTarget target = new RowTarget(added.user().id(), added.user().etag());
    return RowResult.then(
        key -> execute(from(leaving, removal(target)), key), response.requestId());
  }

  private CompletableFuture<RowResult> remove(JobRow row, PlanItem item, String idempotencyKey) {
    RemoveUser removal = removal(row.targetRead());
    boolean isEveryList =
        item.seen() != null && item.removals().size() == item.seen().lists().size();
    return execute(
        isEveryList ? removal.fromEveryList() : from(item.removals(), removal), idempotencyKey);
  }

  private RemoveUser removal(RowTarget target) {
    RemoveUser removal = client.users().remove(target.id());
    String etag = target.etag();
    return etag == null ? removal : removal.ifMatch(etag);
  }

  private static Change<RemovedUser> from(List<Application> lists, RemoveUser removal) {
    return removal.from(lists.get(0), lists.subList(1, lists.size()).toArray(new Application[0]));
  }

  private static CompletableFuture<RowResult> execute(
      Change<RemovedUser> removal, String idempotencyKey) {
    return removal
        .idempotencyKey(idempotencyKey)
        .retryPolicy(RetryPolicy.none())
        .withResponse()
        .executeAsync()
        .thenApply(removed -> RowResult.of(ItemResult.DONE, removed.requestId()));
  }
}
