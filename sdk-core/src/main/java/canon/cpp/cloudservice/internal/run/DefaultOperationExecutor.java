package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.internal.call.CallOptions;
import canon.cpp.cloudservice.internal.call.Operation;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.call.ServiceResponse;
import canon.cpp.cloudservice.internal.call.UnsettledChange;
import canon.cpp.cloudservice.internal.call.WaitOperation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Executes operations for one identity. A call passes these stages:
 *
 * <ol>
 *   <li>deadline: one for all stages ({@link Deadline})
 *   <li>retry: attempts until one is final ({@link Execution}, {@link RetryRules})
 *   <li>authorize: a token for each attempt, a fresh one after a 401 ({@link Identity}, {@link
 *       Credentials})
 *   <li>send: the request of the attempt ({@link RequestBuilder}), the transport
 *   <li>read: the response and its meaning ({@link ServiceResponse}), the exception if the call
 *       fails ({@link CallErrors})
 * </ol>
 *
 * <p>{@link BlockingDriver} and {@link AsyncDriver} run a call through them; they differ only in
 * how they wait. {@link CallMonitor} records the attempts and notifies the listeners.
 */
public final class DefaultOperationExecutor implements OperationExecutor {
  private final ClientContext client;
  private final Identity identity;

  public DefaultOperationExecutor(ClientContext client, Identity identity) {
    this.client = client;
    this.identity = identity;
  }

  @Override
  public <T> T execute(Operation<T> operation, CallOptions options) {
    Audit audit = operation.id().isChange() ? identity.audit() : null;
    if (audit == null) {
      return new BlockingDriver<>(client, execution(operation, options)).run();
    }
    CallOptions keyed = keyed(options);
    Audit.Entry<T> entry = entry(audit, operation, keyed);
    Execution<T> execution = execution(entry.operation(), keyed);
    T value;
    try {
      value = new BlockingDriver<>(client, execution).run();
    } catch (RuntimeException | Error e) {
      entry.failed(e);
      throw e;
    }
    entry.succeeded(value);
    return value;
  }

  /** The key is chosen here, because the audit has to know it whatever happens. */
  private CallOptions keyed(CallOptions options) {
    return options.idempotencyKey() != null
        ? options
        : options.withIdempotencyKey(RequestBuilder.newIdempotencyKey(client.random()));
  }

  private <T> Audit.Entry<T> entry(Audit audit, Operation<T> operation, CallOptions keyed) {
    return new Audit.Entry<>(
        audit, client.clock(), operation, String.valueOf(keyed.idempotencyKey()));
  }

  @Override
  public <T> CompletableFuture<T> executeAsync(Operation<T> operation, CallOptions options) {
    Audit audit = operation.id().isChange() ? identity.audit() : null;
    if (audit == null) {
      return new AsyncDriver<>(client, execution(operation, options)).start();
    }
    CallOptions keyed = keyed(options);
    Audit.Entry<T> entry = entry(audit, operation, keyed);
    CompletableFuture<T> result =
        new AsyncDriver<>(client, execution(entry.operation(), keyed)).start();
    CompletableFuture<T> unused =
        result.whenComplete(
            (value, failure) -> {
              if (failure == null) {
                entry.succeeded(value);
              } else {
                entry.failed(failure);
              }
            });
    return result;
  }

  @Override
  public <T, R> R await(WaitOperation<T, R> operation, CallOptions options) {
    checkReady();
    return new Wait<>(client, this, operation, options).run();
  }

  @Override
  public <T, R> CompletableFuture<R> awaitAsync(
      WaitOperation<T, R> operation, CallOptions options) {
    checkReady();
    return new Wait<>(client, this, operation, options).start();
  }

  private <T> Execution<T> execution(Operation<T> operation, CallOptions options) {
    checkReady();
    UnsettledChange change = options.unsettled();
    if (change != null) {
      change.checkSettleable();
    }
    return new Execution<>(client, identity, operation, options);
  }

  @Override
  public void checkReady() {
    client.lifecycle().checkOpen();
    identity.checkPresent();
  }

  @Override
  public Executor executor() {
    return client.executor();
  }
}
