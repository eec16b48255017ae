package canon.cpp.cloudservice.bulk.internal.operations;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.internal.job.RowRemoval;
import canon.cpp.cloudservice.bulk.internal.job.RowResult;
import canon.cpp.cloudservice.bulk.journal.JobRow;
import canon.cpp.cloudservice.bulk.journal.RowTarget;
import canon.cpp.cloudservice.printers.Printer;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Removes a printer from the site (D25). */
public final class RemovePrinters implements RowRemoval {
  private static final int PAGE = 1_000;

  private final CloudServiceClient client;

  public RemovePrinters(CloudServiceClient client) {
    this.client = client;
  }

  @Override
  public String name() {
    return "removePrinters";
  }

  @Override
  public CompletableFuture<Optional<Found>> find(String input) {
    return client
        .printers()
        .find(input)
        .retryPolicy(RetryPolicy.none())
        .executeAsync()
        .thenApply(
            found -> found.map(printer -> new Found(new RowTarget(printer.id(), null), null)));
  }

  @Override
  public CompletableFuture<RowResult> send(JobRow row, String idempotencyKey) {
    return client
        .printers()
        .remove(row.targetRead().id())
        .idempotencyKey(idempotencyKey)
        .retryPolicy(RetryPolicy.none())
        .withResponse()
        .executeAsync()
        .thenApply(removed -> RowResult.of(ItemResult.DONE, removed.requestId()));
  }

  @Override
  public long population() {
    try (Stream<Printer> printers = client.printers().list().pageSize(PAGE).stream()) {
      return printers.count();
    }
  }

  @Override
  public boolean removesMembers() {
    return false;
  }
}
