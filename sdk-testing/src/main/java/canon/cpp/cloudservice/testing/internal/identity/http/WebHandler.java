package canon.cpp.cloudservice.testing.internal.identity.http;

/** Handles the requests of one endpoint. */
@FunctionalInterface
public interface WebHandler {
  /**
   * Handles a request.
   *
   * @throws Rejection if it is rejected
   */
  WebResponse answer(WebRequest request);
}
