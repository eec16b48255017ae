/** Messages that say what went wrong and what to do. */
@NullMarked
package canon.cpp.cloudservice.internal.errors;

import org.jspecify.annotations.NullMarked;
