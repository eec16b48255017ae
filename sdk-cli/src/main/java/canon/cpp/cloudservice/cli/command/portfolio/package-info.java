/** Commands for all sites of the configuration file. */
@NullMarked
package canon.cpp.cloudservice.cli.command.portfolio;

import org.jspecify.annotations.NullMarked;
