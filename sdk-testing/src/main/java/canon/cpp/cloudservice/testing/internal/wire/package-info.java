/** Requests and responses on the wire. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.wire;

import org.jspecify.annotations.NullMarked;
