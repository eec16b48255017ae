package canon.cpp.cloudservice.bulk.internal.operations;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.internal.job.RowRemoval;
import canon.cpp.cloudservice.bulk.internal.job.RowResult;
import canon.cpp.cloudservice.bulk.journal.JobRow;
import canon.cpp.cloudservice.bulk.journal.RowTarget;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.RemoveAdministrator;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Removes the role of an administrator; the lists stay (D13). */
public final class RemoveAdministrators implements RowRemoval {
  private static final int PAGE = 1_000;

  private final CloudServiceClient client;

  public RemoveAdministrators(CloudServiceClient client) {
    this.client = client;
  }

  @Override
  public String name() {
    return "removeAdministrators";
  }

  @Override
  public CompletableFuture<Optional<Found>> find(String input) {
    return client
        .administrators()
        .find(input)
        .retryPolicy(RetryPolicy.none())
        .executeAsync()
        .thenApply(found -> found.map(RemoveAdministrators::toFound));
  }

  private static Found toFound(Administrator administrator) {
    return new Found(
        new RowTarget(administrator.id(), administrator.etag()), administrator.canonicalEmail());
  }

  @Override
  public CompletableFuture<RowResult> send(JobRow row, String idempotencyKey) {
    RowTarget target = row.targetRead();
    RemoveAdministrator removal = client.administrators().remove(target.id());
    String etag = target.etag();
    if (etag != null) {
      removal = removal.ifMatch(etag);
    }
    return removal
        .idempotencyKey(idempotencyKey)
        .retryPolicy(RetryPolicy.none())
        .withResponse()
        .executeAsync()
        .thenApply(removed -> RowResult.of(ItemResult.DONE, removed.requestId()));
  }

  @Override
  public long population() {
    try (Stream<Administrator> all = client.administrators().list().pageSize(PAGE).stream()) {
      return all.count();
    }
  }

  @Override
  public boolean removesMembers() {
    return true;
  }
}
