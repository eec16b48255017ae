package canon.cpp.cloudservice.testing.chaos;

import canon.cpp.cloudservice.Change;
import java.util.function.BooleanSupplier;

/**
 * One change of a run.
 *
 * @param number counts from 0
 * @param operation its name in the contract
 * @param call the call to execute
 * @param ownKey the key that the call sets; null if the library creates one
 * @param contested whether other changes concern the same resource, so that it can be rejected
 *     first and applied later
 * @param inStore whether the final state shows the change; always true if others may have reverted
 *     it
 */
record PlannedChange(
    int number,
    String operation,
    Change<?> call,
    String ownKey,
    boolean contested,
    BooleanSupplier inStore) {}
