/** The request log. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.log;

import org.jspecify.annotations.NullMarked;
