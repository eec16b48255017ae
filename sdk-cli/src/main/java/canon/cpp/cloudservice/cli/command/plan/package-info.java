/** Commands for plans and snapshots. */
@NullMarked
package canon.cpp.cloudservice.cli.command.plan;

import org.jspecify.annotations.NullMarked;
