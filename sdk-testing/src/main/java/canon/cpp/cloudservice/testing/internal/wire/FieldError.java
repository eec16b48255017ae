package canon.cpp.cloudservice.testing.internal.wire;

import java.util.Locale;

/** What is wrong with one field, parameter or header; never repeats the value. */
public record FieldError(String field, Code code, String message) {

  /** What can be wrong. */
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

    /** The code on the wire, such as {@code too-long}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
