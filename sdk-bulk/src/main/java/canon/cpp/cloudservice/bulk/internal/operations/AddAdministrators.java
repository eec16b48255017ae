package canon.cpp.cloudservice.bulk.internal.operations;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.internal.job.RowOperation;
import canon.cpp.cloudservice.bulk.internal.job.RowResult;
import canon.cpp.cloudservice.bulk.journal.JobRow;
import canon.cpp.cloudservice.membership.ChangeResult;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Adds an administrator, who also joins two lists (D10). */
public final class AddAdministrators implements RowOperation {
  private final CloudServiceClient client;

  public AddAdministrators(CloudServiceClient client) {
    this.client = client;
  }

  @Override
  public String name() {
    return "addAdministrators";
  }

  @Override
  public CompletableFuture<RowResult> send(JobRow row, String idempotencyKey) {
    return client
        .administrators()
        .add(row.input())
        .idempotencyKey(idempotencyKey)
        .retryPolicy(RetryPolicy.none())
        .withResponse()
        .executeAsync()
        .thenApply(
            added ->
                added.value().role().equals(ChangeResult.ADDED)
                    ? RowResult.of(ItemResult.DONE, added.requestId())
                    : Results.of(added, added.value().changes()));
  }

  @Override
  public CompletableFuture<Boolean> isAsWanted(JobRow row) {
    return client
        .administrators()
        .find(row.input())
        .retryPolicy(RetryPolicy.none())
        .executeAsync()
        .thenApply(Optional::isPresent);
  }
}
