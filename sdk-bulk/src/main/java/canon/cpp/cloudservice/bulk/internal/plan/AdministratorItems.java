package canon.cpp.cloudservice.bulk.internal.plan;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.internal.file.FileJournal;
import canon.cpp.cloudservice.bulk.internal.job.RowResult;
import canon.cpp.cloudservice.bulk.internal.removal.Protections;
import canon.cpp.cloudservice.bulk.journal.JobRow;
import canon.cpp.cloudservice.bulk.journal.RowTarget;
import canon.cpp.cloudservice.bulk.plan.PlanItem;
import canon.cpp.cloudservice.bulk.plan.SeenMember;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.ChangeResult;
import canon.cpp.cloudservice.membership.RemoveAdministrator;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The changes of administrators: the role only (D10, D13). */
final class AdministratorItems extends ItemOperation {
  private final CloudServiceClient client;

  AdministratorItems(CloudServiceClient client, PlanData plan, Protections protections) {
    super(plan, protections);
    this.client = client;
  }

  @Override
  CompletableFuture<RowResult> find(PlanItem item) {
    return client
        .administrators()
        .find(item.canonicalEmail())
        .retryPolicy(RetryPolicy.none())
        .executeAsync()
        .thenApply(found -> compare(item, found));
  }

  private static RowResult compare(PlanItem item, Optional<Administrator> found) {
    if (found.isPresent() == item.action().adds()) {
      return RowResult.of(ItemResult.ALREADY_SO, null);
    }
    SeenMember seen = item.seen();
    if (!found.isPresent() || seen == null) {
      return RowResult.found(FileJournal.NOTHING_REMOVED);
    }
    Administrator administrator = found.get();
    String drift = Drift.of(seen, administrator);
    return drift == null
        ? RowResult.found(new RowTarget(administrator.id(), administrator.etag()))
        : RowResult.unchanged(ItemResult.DRIFTED, drift);
  }

  @Override
  public CompletableFuture<RowResult> send(JobRow row, String idempotencyKey) {
    PlanItem item = item(row);
    return item.action().adds() ? add(item, idempotencyKey) : remove(row, idempotencyKey);
  }

  private CompletableFuture<RowResult> add(PlanItem item, String idempotencyKey) {
    return client
        .administrators()
        .add(item.email())
        .idempotencyKey(idempotencyKey)
        .retryPolicy(RetryPolicy.none())
        .withResponse()
        .executeAsync()
        .thenApply(
            added ->
                RowResult.of(
                    added.value().role().equals(ChangeResult.ADDED)
                        ? ItemResult.DONE
                        : ItemResult.ALREADY_SO,
                    added.requestId()));
  }

  private CompletableFuture<RowResult> remove(JobRow row, String idempotencyKey) {
    RowTarget target = row.targetRead();
    RemoveAdministrator removal = client.administrators().remove(target.id());
    String etag = target.etag();
    return (etag == null ? removal : removal.ifMatch(etag))
        .idempotencyKey(idempotencyKey)
        .retryPolicy(RetryPolicy.none())
        .withResponse()
        .executeAsync()
        .thenApply(removed -> RowResult.of(ItemResult.DONE, removed.requestId()));
  }
}
