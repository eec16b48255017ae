/** Requests and answers as they go over the wire, and how they are read and written. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.wire;

import org.jspecify.annotations.NullMarked;
