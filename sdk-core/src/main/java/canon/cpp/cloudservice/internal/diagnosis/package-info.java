/** Diagnosing: what is looked at, in which order, and what is said of it. */
@NullMarked
package canon.cpp.cloudservice.internal.diagnosis;

import org.jspecify.annotations.NullMarked;
