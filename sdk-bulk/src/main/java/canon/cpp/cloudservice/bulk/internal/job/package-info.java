/** Runs a job: sends, retries, slows down, stops. */
@NullMarked
package canon.cpp.cloudservice.bulk.internal.job;

import org.jspecify.annotations.NullMarked;
