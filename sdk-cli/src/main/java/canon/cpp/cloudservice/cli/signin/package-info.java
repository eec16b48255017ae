/** Token providers for the configured sign-in. */
@NullMarked
package canon.cpp.cloudservice.cli.signin;

import org.jspecify.annotations.NullMarked;
