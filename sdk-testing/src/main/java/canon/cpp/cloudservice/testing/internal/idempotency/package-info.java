/** Idempotency keys and stored responses. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.idempotency;

import org.jspecify.annotations.NullMarked;
