/** Hearing what a client does, for metrics and traces. */
@NullMarked
package canon.cpp.cloudservice.observe;

import org.jspecify.annotations.NullMarked;
