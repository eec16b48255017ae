package canon.cpp.cloudservice.testing.internal.wire;

import canon.cpp.cloudservice.testing.internal.wire.FieldError.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects all that is wrong with the fields of one request, so that one answer names it all. */
public final class FieldErrors {
  private final List<FieldError> errors = new ArrayList<>();

  /** Notes what is wrong; answers empty, in place of the value. */
  public <T> Optional<T> add(String field, Code code, String message) {
    errors.add(new FieldError(field, code, message));
    return Optional.empty();
  }

  /** Notes what is wrong with a text, if anything; answers the text if it is good. */
  public Optional<String> checkText(String field, String value, int max) {
    Optional<FieldError> error = Texts.check(field, value, max);
    error.ifPresent(errors::add);
    return error.isPresent() ? Optional.empty() : Optional.of(value);
  }

  /** Rejects the request if anything was wrong. */
  public void check() {
    if (!errors.isEmpty()) {
      throw new ProblemException(Problem.invalid(errors));
    }
  }
}
