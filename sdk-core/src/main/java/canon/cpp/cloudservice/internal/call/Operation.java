package canon.cpp.cloudservice.internal.call;

import canon.cpp.cloudservice.Response;
import canon.cpp.cloudservice.errors.FieldError;
import canon.cpp.cloudservice.errors.Settled;
import canon.cpp.cloudservice.internal.json.JsonBody;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One request of the contract as a value: what is sent, and how the response is read. Built by
 * {@link OperationBuilder}.
 *
 * @param id the operation of the contract
 * @param target the encoded path and query, which may contain personal data
 * @param subject whom or what a change is about, for an audit; may be personal data; or null
 * @param body the JSON body, or null
 * @param ifMatch the etag that the target must have, or null
 * @param invalid a value that makes the request invalid, so that it is not sent; or null
 * @param secret a secret in the body, or null
 * @param accepts which responses the reader reads; all others are failures
 * @param reader converts an accepted response to the result
 */
public record Operation<T>(
    OperationId id,
    String target,
    @Nullable String subject,
    @Nullable JsonBody body,
    @Nullable String ifMatch,
    @Nullable FieldError invalid,
    @Nullable String secret,
    Predicate<ServiceResponse> accepts,
    Function<ServiceResponse, T> reader) {

  /** Returns the operationId of the contract. */
  public String name() {
    return id.id();
  }

  /** Returns whether a response to this operation ends the session of the account. */
  public boolean endsSession(ServiceResponse response) {
    return id == OperationId.SIGN_OUT && response.isSuccess();
  }

  /** Returns the same operation, whose result includes the HTTP response. */
  public Operation<Response<T>> withResponse() {
    return with(accepts, response -> response.toResponse(reader.apply(response)));
  }

  /** Returns the same operation, whose result is empty if the service reports "not found". */
  public Operation<Optional<T>> orEmpty() {
    return with(
        response -> response.isSuccess() || response.isNotFound(),
        response -> response.isNotFound() ? Optional.empty() : Optional.of(reader.apply(response)));
  }

  /**
   * Returns the same operation, whose result is made of null if the service reports "not found".
   */
  <R> Operation<R> orEmpty(Function<@Nullable T, R> result) {
    return with(
        response -> response.isSuccess() || response.isNotFound(),
        response -> result.apply(response.isNotFound() ? null : reader.apply(response)));
  }

  /** Returns the same operation; each response that is its result is noted. */
  public Operation<T> noting(Consumer<ServiceResponse> note) {
    return with(
        accepts,
        response -> {
          T value = reader.apply(response);
          note.accept(response);
          return value;
        });
  }

  /** Returns the same operation, whose result is only whether the change was applied. */
  Operation<Settled> settling() {
    return with(response -> response.isSuccess() || response.provesNotApplied(), this::settled);
  }

  private Settled settled(ServiceResponse response) {
    if (!response.isSuccess()) {
      return new Settled(false, response.problem());
    }
    // Reading it shows that the response is the service's.
    return new Settled(true, null, reader.apply(response));
  }

  private <R> Operation<R> with(
      Predicate<ServiceResponse> otherAccepts, Function<ServiceResponse, R> otherReader) {
    return new Operation<>(
        id, target, subject, body, ifMatch, invalid, secret, otherAccepts, otherReader);
  }
}
