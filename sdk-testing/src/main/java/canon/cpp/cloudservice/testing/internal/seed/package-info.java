/** The initial state of a fake. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.seed;

import org.jspecify.annotations.NullMarked;
