package canon.cpp.cloudservice.testing;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/** The operations that the contract has, by which names in tests are checked. */
record OperationNames(Set<String> names) {

  /** Returns a name that was checked. */
  String checked(String operation) {
    if (!names.contains(requireNonNull(operation, "operation"))) {
      throw new IllegalArgumentException(
          "Unknown operation " + operation + ". Use one of " + names);
    }
    return operation;
  }
}
