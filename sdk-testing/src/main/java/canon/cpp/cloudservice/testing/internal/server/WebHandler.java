package canon.cpp.cloudservice.testing.internal.server;

/** Handles the requests to one endpoint. */
@FunctionalInterface
public interface WebHandler {
  /**
   * Handles a request.
   *
   * @throws WebErrorException if the request is rejected
   */
  WebResponse handle(WebRequest request);
}
