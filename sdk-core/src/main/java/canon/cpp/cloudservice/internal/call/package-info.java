/** Operations as values, and the calls that hosts hold. */
@NullMarked
package canon.cpp.cloudservice.internal.call;

import org.jspecify.annotations.NullMarked;
