package canon.cpp.cloudservice.testing.internal.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Carries out one way of steering the fake. */
@FunctionalInterface
interface AdminHandler {
  /**
   * The body of the answer.
   *
   * @throws canon.cpp.cloudservice.testing.internal.wire.ProblemException if it is rejected
   * @throws IllegalArgumentException if the request is not valid; says where and why
   */
  ObjectNode handle(AdminRequest request);
}
