/** The streams and the environment of the process. */
@NullMarked
package canon.cpp.cloudservice.cli.terminal;

import org.jspecify.annotations.NullMarked;
