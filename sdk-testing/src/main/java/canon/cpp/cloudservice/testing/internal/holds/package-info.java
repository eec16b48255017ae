/** Requests that a test holds. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.holds;

import org.jspecify.annotations.NullMarked;
