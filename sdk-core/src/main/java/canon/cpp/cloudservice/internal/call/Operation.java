package canon.cpp.cloudservice.internal.call;

import canon.cpp.cloudservice.Response;
import canon.cpp.cloudservice.errors.FieldError;
import canon.cpp.cloudservice.errors.Settled;
import canon.cpp.cloudservice.internal.json.JsonBody;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One request of the contract as a value: what is sent, and how the answer is read. Made by {@link
 * OperationBuilder}.
 *
 * @param name its operationId
 * @param safety whether it changes anything
 * @param method the verb
 * @param pathTemplate the path with the names of its parameters, which may be shown
 * @param target the encoded path and query, which may name a person
 * @param body the JSON body, or null
 * @param invalid a value that makes the request invalid, so that it is not sent; or null
 * @param endsSession whether the account is signed out when it has succeeded
 * @param isAnswer which answers the reader reads; the others are failures
 * @param reader reads the answer
 */
public record Operation<T>(
    String name,
    Safety safety,
    String method,
    String pathTemplate,
    String target,
    @Nullable JsonBody body,
    @Nullable FieldError invalid,
    boolean endsSession,
    Predicate<ServiceResponse> isAnswer,
    Function<ServiceResponse, T> reader) {

  /** Whether an operation may be repeated as it is, or only under its idempotency key. */
  public enum Safety {
    SAFE,
    KEYED
  }

  /** Verb and path template; names nobody. */
  public String shown() {
    return method + " " + pathTemplate;
  }

  /** The same, with everything that came along with the answer. */
  public Operation<Response<T>> withResponse() {
    return read(isAnswer, answer -> answer.toResponse(reader.apply(answer)));
  }

  /** The same, with "there is none" as an answer. */
  public Operation<Optional<T>> orEmpty() {
    return read(
        answer -> answer.isSuccess() || answer.isNotFound(),
        answer -> answer.isNotFound() ? Optional.empty() : Optional.of(reader.apply(answer)));
  }

  /** The same, to hear only whether it was done. A rejection is an answer if it proves that not. */
  Operation<Settled> settling() {
    return read(answer -> answer.isSuccess() || answer.provesUndone(), this::settled);
  }

  private Settled settled(ServiceResponse answer) {
    if (!answer.isSuccess()) {
      return new Settled(false, answer.problem());
    }
    return new Settled(true, null, reader.apply(answer));
  }

  private <R> Operation<R> read(
      Predicate<ServiceResponse> otherIsAnswer, Function<ServiceResponse, R> otherReader) {
    return new Operation<>(
        name,
        safety,
        method,
        pathTemplate,
        target,
        body,
        invalid,
        endsSession,
        otherIsAnswer,
        otherReader);
  }
}
