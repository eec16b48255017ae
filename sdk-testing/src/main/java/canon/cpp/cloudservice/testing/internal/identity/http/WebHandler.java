package canon.cpp.cloudservice.testing.internal.identity.http;

/** Answers the requests of one endpoint. */
@FunctionalInterface
public interface WebHandler {
  /**
   * Answers a request.
   *
   * @throws Rejection if it is rejected
   */
  WebResponse answer(WebRequest request);
}
