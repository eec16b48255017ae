/** Reads the input of a job. */
@NullMarked
package canon.cpp.cloudservice.bulk.internal.input;

import org.jspecify.annotations.NullMarked;
