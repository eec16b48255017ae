package canon.cpp.cloudservice.testing.internal.server;

import java.time.Instant;

/** A request is rejected. Each identity provider has its own error format. */
public abstract class WebErrorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  protected WebErrorException(String message) {
    super(message, null, false, false);
  }

  public abstract WebResponse toResponse(WebRequest request, Instant now);
}
