package canon.cpp.cloudservice.errors;

import static java.util.Objects.requireNonNull;

/**
 * What is wrong with one value of a request.
 *
 * @param field the field, parameter or header
 * @param code what is wrong, for programs, such as {@code too-long}
 * @param message what is wrong, for people; does not repeat the value
 */
public record FieldError(String field, String code, String message) {

  /**
   * Creates the value.
   *
   * @param field the field, parameter or header
   * @param code what is wrong, for programs, such as {@code too-long}
   * @param message what is wrong, for people
   * @throws NullPointerException if something is missing that may not be null
   */
  public FieldError {
    requireNonNull(field, "field");
    requireNonNull(code, "code");
    requireNonNull(message, "message");
  }
}
