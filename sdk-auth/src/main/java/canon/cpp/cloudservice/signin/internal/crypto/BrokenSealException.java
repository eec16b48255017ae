package canon.cpp.cloudservice.signin.internal.crypto;

/** Something sealed cannot be opened. The message says why, after "it". */
public final class BrokenSealException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenSealException(String message) {
    super(message);
  }
}
