/** Commands for users. */
@NullMarked
package canon.cpp.cloudservice.cli.command.users;

import org.jspecify.annotations.NullMarked;
