package canon.cpp.cloudservice.testing.internal.identity.http;

import java.time.Instant;

/** A request is rejected. Each provider has its own form of errors. */
public abstract class WebErrorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  protected WebErrorException(String message) {
    super(message, null, false, false);
  }

  public abstract WebResponse toAnswer(WebRequest request, Instant now);
}
