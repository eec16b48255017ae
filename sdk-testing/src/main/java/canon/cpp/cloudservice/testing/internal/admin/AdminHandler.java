package canon.cpp.cloudservice.testing.internal.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Carries out one operation that controls the fake. */
@FunctionalInterface
interface AdminHandler {
  /**
   * Returns the body of the response.
   *
   * @throws canon.cpp.cloudservice.testing.internal.wire.ProblemException if it is rejected
   * @throws IllegalArgumentException if the request is invalid; the message says where and why
   */
  ObjectNode handle(AdminRequest request);
}
