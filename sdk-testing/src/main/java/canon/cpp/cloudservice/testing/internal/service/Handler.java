package canon.cpp.cloudservice.testing.internal.service;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Carries out one operation: says who may, then what is not valid, then what the domain refuses, by
 * throwing {@link canon.cpp.cloudservice.testing.internal.wire.Refusal}; only then it changes
 * anything. It runs as one atomic step.
 */
@FunctionalInterface
public interface Handler {
  /** The body of the answer. */
  ObjectNode handle(Exchange exchange);
}
