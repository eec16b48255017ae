package canon.cpp.cloudservice.internal.json;

/** An answer's body is not what the contract says. The message ends the sentence "because …". */
public final class UnreadableJsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadableJsonException(String message) {
    super(message);
  }
}
