package canon.cpp.cloudservice.testing.internal.wire;

import canon.cpp.cloudservice.testing.internal.wire.FieldError.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects all field errors of one request, so that one response reports them together. */
public final class FieldErrors {
  private final List<FieldError> errors = new ArrayList<>();

  /** Adds an error and returns empty instead of the value. */
  public <T> Optional<T> add(String field, Code code, String message) {
    errors.add(new FieldError(field, code, message));
    return Optional.empty();
  }

  /** Checks a text. Returns it if it is valid, otherwise adds an error and returns empty. */
  public Optional<String> checkText(String field, String value, int max) {
    Optional<FieldError> error = Texts.check(field, value, max);
    error.ifPresent(errors::add);
    return error.isPresent() ? Optional.empty() : Optional.of(value);
  }

  /** Rejects the request if there are errors. */
  public void check() {
    if (!errors.isEmpty()) {
      throw new ProblemException(Problem.invalid(errors));
    }
  }
}
