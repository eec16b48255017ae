/** The parts of a fake, and how they hang together. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.parts;

import org.jspecify.annotations.NullMarked;
