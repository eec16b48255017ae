package canon.cpp.cloudservice.testing.internal.identity.http;

import java.time.Instant;

/** A request is refused. Each provider has its own way of saying so. */
public abstract class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  protected Refusal(String message) {
    super(message, null, false, false);
  }

  public abstract WebAnswer toAnswer(WebRequest request, Instant now);
}
