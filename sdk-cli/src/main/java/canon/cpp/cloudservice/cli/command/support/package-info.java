/** Commands that help to find a problem, or to try the program. */
@NullMarked
package canon.cpp.cloudservice.cli.command.support;

import org.jspecify.annotations.NullMarked;
