/** Commands for the account that signs in. */
@NullMarked
package canon.cpp.cloudservice.cli.command.account;

import org.jspecify.annotations.NullMarked;
