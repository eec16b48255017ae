/** Commands for administrators. */
@NullMarked
package canon.cpp.cloudservice.cli.command.administrators;

import org.jspecify.annotations.NullMarked;
