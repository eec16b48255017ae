/** The commands. */
@NullMarked
package canon.cpp.cloudservice.cli.command;

import org.jspecify.annotations.NullMarked;
