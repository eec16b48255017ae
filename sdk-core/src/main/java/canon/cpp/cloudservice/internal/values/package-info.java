/** Argument checks and open sets of values. */
@NullMarked
package canon.cpp.cloudservice.internal.values;

import org.jspecify.annotations.NullMarked;
