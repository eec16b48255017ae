package canon.cpp.cloudservice.bulk.internal.plan;

import canon.cpp.cloudservice.Application;
import java.util.List;

/**
 * A row of the desired set.
 *
 * @param number the position, from 1
 * @param email the address as typed
 * @param lists the lists in a fixed order; empty for administrators
 */
record DesiredRow(long number, String email, List<Application> lists) {}
