package canon.cpp.cloudservice.examples.remotecontrol;

/** A request has no token, or one that the back end does not accept. The message names no token. */
final class InvalidTokenException extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidTokenException(String message) {
    super(message);
  }
}
