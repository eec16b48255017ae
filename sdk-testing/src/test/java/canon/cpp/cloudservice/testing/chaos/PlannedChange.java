package canon.cpp.cloudservice.testing.chaos;

import canon.cpp.cloudservice.Change;
import java.util.function.BooleanSupplier;

/**
 * One change of a run.
 *
 * @param number counts from 0
 * @param operation its name in the contract
 * @param call what to execute
 * @param ownKey the key that the call brings; null if the library makes one
 * @param contested whether others change the same thing, so that it can be rejected now and done
 *     later
 * @param inStore whether the service's data shows the change at the end; always true if others may
 *     have undone it
 */
record PlannedChange(
    int number,
    String operation,
    Change<?> call,
    String ownKey,
    boolean contested,
    BooleanSupplier inStore) {}
