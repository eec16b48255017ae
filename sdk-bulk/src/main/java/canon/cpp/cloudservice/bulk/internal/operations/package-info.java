/** The changes that a job can make for each row. */
@NullMarked
package canon.cpp.cloudservice.bulk.internal.operations;

import org.jspecify.annotations.NullMarked;
