/** Fault injection. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.faults;

import org.jspecify.annotations.NullMarked;
