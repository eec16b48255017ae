/** The parts of a fake, and how they hang together. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.context;

import org.jspecify.annotations.NullMarked;
