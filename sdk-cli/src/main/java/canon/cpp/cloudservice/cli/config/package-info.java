/** The configuration file, the environment, and the folders of the user. */
@NullMarked
package canon.cpp.cloudservice.cli.config;

import org.jspecify.annotations.NullMarked;
