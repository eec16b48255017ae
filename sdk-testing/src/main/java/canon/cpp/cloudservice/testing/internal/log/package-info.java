/** The record of requests. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.log;

import org.jspecify.annotations.NullMarked;
