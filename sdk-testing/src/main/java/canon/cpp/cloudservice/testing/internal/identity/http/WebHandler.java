package canon.cpp.cloudservice.testing.internal.identity.http;

/** Answers the requests of one endpoint. */
@FunctionalInterface
public interface WebHandler {
  /**
   * Answers a request.
   *
   * @throws Refusal if it is refused
   */
  WebAnswer answer(WebRequest request);
}
