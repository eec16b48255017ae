package canon.cpp.cloudservice.testing.internal.wire;

import java.util.Locale;

/** An error in one field, parameter or header. It never contains the value. */
public record FieldError(String field, Code code, String message) {

  /** The kinds of field errors. */
  public enum Code {
    MISSING,
    BLANK,
    TOO_LONG,
    TOO_SHORT,
    MALFORMED,
    OUT_OF_RANGE,
    UNKNOWN_VALUE,
    UNKNOWN_FIELD,
    MISMATCH,
    NOT_ALLOWED_TOGETHER;

    /** Returns the code on the wire, such as {@code too-long}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
