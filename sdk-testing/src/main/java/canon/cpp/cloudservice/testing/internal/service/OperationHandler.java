package canon.cpp.cloudservice.testing.internal.service;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Handles one operation. It checks permissions, then the request, then the domain rules, and
 * rejects by throwing {@link canon.cpp.cloudservice.testing.internal.wire.ProblemException}. It
 * changes state only after all checks. It runs as one atomic step.
 */
@FunctionalInterface
public interface OperationHandler {
  /** Returns the body of the response. */
  ObjectNode handle(OperationContext context);
}
