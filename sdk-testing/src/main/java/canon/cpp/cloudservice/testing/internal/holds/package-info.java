/** Held requests. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.holds;

import org.jspecify.annotations.NullMarked;
