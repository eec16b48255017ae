package canon.cpp.cloudservice.signin.internal.crypto;

/** Sealed content cannot be opened. The message says why, and begins with "it". */
public final class BrokenSealException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenSealException(String message) {
    super(message);
  }
}
