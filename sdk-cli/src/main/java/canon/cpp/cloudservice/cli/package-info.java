/** The command line {@code cloudservice}. */
@NullMarked
package canon.cpp.cloudservice.cli;

import org.jspecify.annotations.NullMarked;
