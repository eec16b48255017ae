/** Reads CSV, and writes result files. */
@NullMarked
package canon.cpp.cloudservice.cli.input;

import org.jspecify.annotations.NullMarked;
