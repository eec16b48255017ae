package canon.cpp.cloudservice.testing.internal.service;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Carries out one operation: says who may, then what is not valid, then what the domain rejects, by
 * throwing {@link canon.cpp.cloudservice.testing.internal.wire.ProblemException}; only then it
 * changes anything. It runs as one atomic step.
 */
@FunctionalInterface
public interface OperationHandler {
  /** The body of the answer. */
  ObjectNode handle(OperationContext exchange);
}
