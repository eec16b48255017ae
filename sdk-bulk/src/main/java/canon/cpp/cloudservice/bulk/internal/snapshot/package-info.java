/** Files of snapshots, and the comparison of two snapshots. */
@NullMarked
package canon.cpp.cloudservice.bulk.internal.snapshot;

import org.jspecify.annotations.NullMarked;
