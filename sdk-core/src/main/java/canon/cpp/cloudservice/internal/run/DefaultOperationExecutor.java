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
    return new BlockingDriver<>(client, execution(operation, options)).run();
  }

  @Override
  public <T> CompletableFuture<T> executeAsync(Operation<T> operation, CallOptions options) {
    return new AsyncDriver<>(client, execution(operation, options)).start();
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
