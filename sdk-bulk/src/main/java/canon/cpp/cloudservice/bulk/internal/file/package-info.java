/** The journal of a job in a file of JSON lines. */
@NullMarked
package canon.cpp.cloudservice.bulk.internal.file;

import org.jspecify.annotations.NullMarked;
