package canon.cpp.cloudservice.bulk.internal.job;

import java.util.concurrent.CompletableFuture;

/** The second change of a row, which is sent when the first one was applied. */
public interface NextStep {

  /** Sends one request, without retries. */
  CompletableFuture<RowResult> send(String idempotencyKey);
}
