package canon.cpp.cloudservice.internal.jdk;

/** The server allows no further HTTP/2 stream, so the request was not sent. */
final class StreamLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StreamLimitException() {
    super("stream limit", null, false, false);
  }
}
