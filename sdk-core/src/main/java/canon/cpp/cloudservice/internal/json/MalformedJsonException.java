package canon.cpp.cloudservice.internal.json;

/**
 * The body of a response is not what the contract describes. The message completes the sentence
 * "because …".
 */
public final class MalformedJsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MalformedJsonException(String message) {
    super(message);
  }
}
