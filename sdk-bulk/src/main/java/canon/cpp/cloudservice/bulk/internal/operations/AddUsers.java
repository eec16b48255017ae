package canon.cpp.cloudservice.bulk.internal.operations;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.internal.job.RowOperation;
import canon.cpp.cloudservice.bulk.internal.job.RowResult;
import canon.cpp.cloudservice.bulk.journal.JobRow;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.util.concurrent.CompletableFuture;

/** Adds a user to all lists (D8). */
public final class AddUsers implements RowOperation {
  private final CloudServiceClient client;

  public AddUsers(CloudServiceClient client) {
    this.client = client;
  }

  @Override
  public String name() {
    return "addUsers";
  }

  @Override
  public CompletableFuture<RowResult> send(JobRow row, String idempotencyKey) {
    return client
        .users()
        .add(row.input())
        .idempotencyKey(idempotencyKey)
        .retryPolicy(RetryPolicy.none())
        .withResponse()
        .executeAsync()
        .thenApply(added -> Results.of(added, added.value().changes()));
  }

  @Override
  public CompletableFuture<Boolean> isAsWanted(JobRow row) {
    return client
        .users()
        .find(row.input())
        .retryPolicy(RetryPolicy.none())
        .executeAsync()
        .thenApply(found -> found.isPresent() && Results.isOnAllLists(found.get()));
  }
}
