/** The page at which people look at the fake, and act as its administrators. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.console;

import org.jspecify.annotations.NullMarked;
