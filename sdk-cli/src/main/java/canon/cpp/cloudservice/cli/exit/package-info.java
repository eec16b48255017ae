/** Exit codes, and what a failure means for the user. */
@NullMarked
package canon.cpp.cloudservice.cli.exit;

import org.jspecify.annotations.NullMarked;
