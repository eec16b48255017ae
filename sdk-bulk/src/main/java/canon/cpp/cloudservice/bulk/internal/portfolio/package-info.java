/** Runs the work of a portfolio, one site at a time on each thread. */
@NullMarked
package canon.cpp.cloudservice.bulk.internal.portfolio;

import org.jspecify.annotations.NullMarked;
