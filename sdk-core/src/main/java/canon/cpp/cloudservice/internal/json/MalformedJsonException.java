package canon.cpp.cloudservice.internal.json;

/** An answer's body is not what the contract says. The message ends the sentence "because …". */
public final class MalformedJsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MalformedJsonException(String message) {
    super(message);
  }
}
