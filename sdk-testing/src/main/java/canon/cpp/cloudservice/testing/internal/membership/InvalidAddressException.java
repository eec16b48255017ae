package canon.cpp.cloudservice.testing.internal.membership;

import canon.cpp.cloudservice.testing.internal.wire.FieldError;

/** Thrown when a text is not an e-mail address that the service accepts. */
public final class InvalidAddressException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final FieldError.Code code;

  InvalidAddressException(FieldError.Code code, String message) {
    super(message);
    this.code = code;
  }

  static InvalidAddressException character(int codePoint) {
    return new InvalidAddressException(
        FieldError.Code.MALFORMED,
        String.format("This is not an e-mail address: U+%04X is not allowed in it.", codePoint));
  }

  public FieldError.Code code() {
    return code;
  }
}
