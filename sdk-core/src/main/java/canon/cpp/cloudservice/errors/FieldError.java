package canon.cpp.cloudservice.errors;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * What is wrong with one value of a request.
 *
 * @param field the field, parameter or header
 * @param code the code of the error, such as {@code too-long}
 * @param message a description of the error; does not contain the value
 */
public record FieldError(String field, String code, String message) implements Serializable {

  public FieldError {
    requireNonNull(field, "field");
    requireNonNull(code, "code");
    requireNonNull(message, "message");
  }
}
