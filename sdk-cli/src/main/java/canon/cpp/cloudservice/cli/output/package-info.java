/** Tables, JSON, JSON lines, CSV and progress. */
@NullMarked
package canon.cpp.cloudservice.cli.output;

import org.jspecify.annotations.NullMarked;
