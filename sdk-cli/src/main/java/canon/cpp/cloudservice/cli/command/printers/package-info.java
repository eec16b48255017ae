/** Commands for printers. */
@NullMarked
package canon.cpp.cloudservice.cli.command.printers;

import org.jspecify.annotations.NullMarked;
