package canon.cpp.cloudservice.internal.areas;

import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.Response;
import canon.cpp.cloudservice.internal.call.CallOptions;
import canon.cpp.cloudservice.internal.call.ChangeCall;
import canon.cpp.cloudservice.internal.call.Operation;
import canon.cpp.cloudservice.internal.call.OperationBuilder;
import canon.cpp.cloudservice.internal.call.OperationCall;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.call.OperationId;
import canon.cpp.cloudservice.membership.RemoveAdministrator;
import canon.cpp.cloudservice.membership.RemovedAdministrator;
import org.jspecify.annotations.Nullable;

/** The removal of an administrator with its condition. */
final class DefaultRemoveAdministrator
    extends OperationCall<RemovedAdministrator, RemoveAdministrator>
    implements RemoveAdministrator {
  private final String administratorKey;
  private final @Nullable String etag;

  DefaultRemoveAdministrator(
      OperationExecutor executor,
      String administratorKey,
      @Nullable String etag,
      CallOptions options) {
    super(executor, options);
    this.administratorKey = administratorKey;
    this.etag = etag;
  }

  @Override
  protected Operation<RemovedAdministrator> operation() {
    return MemberKeys.key(
            OperationBuilder.of(OperationId.REMOVE_ADMINISTRATOR),
            "administratorKey",
            administratorKey)
        .ifMatch(etag)
        .reading(MembershipJson::removedAdministrator);
  }

  @Override
  public RemoveAdministrator ifMatch(String value) {
    return new DefaultRemoveAdministrator(
        executor(), administratorKey, MemberKeys.etag(value), options());
  }

  @Override
  public RemoveAdministrator idempotencyKey(String key) {
    return with(options().withIdempotencyKey(key));
  }

  @Override
  public Change<Response<RemovedAdministrator>> withResponse() {
    return new ChangeCall<>(executor(), operation().withResponse(), options());
  }

  @Override
  protected RemoveAdministrator with(CallOptions changed) {
    return new DefaultRemoveAdministrator(executor(), administratorKey, etag, changed);
  }
}
