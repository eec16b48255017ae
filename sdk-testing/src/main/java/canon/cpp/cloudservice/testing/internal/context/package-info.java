/** The parts of a fake and how they are connected. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.context;

import org.jspecify.annotations.NullMarked;
