/** The state that a fake starts with. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.seed;

import org.jspecify.annotations.NullMarked;
