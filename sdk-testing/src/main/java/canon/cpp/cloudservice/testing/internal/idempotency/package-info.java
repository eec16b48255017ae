/** Kept answers. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.idempotency;

import org.jspecify.annotations.NullMarked;
