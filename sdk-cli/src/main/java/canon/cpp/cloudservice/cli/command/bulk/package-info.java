/** Jobs of many rows. */
@NullMarked
package canon.cpp.cloudservice.cli.command.bulk;

import org.jspecify.annotations.NullMarked;
