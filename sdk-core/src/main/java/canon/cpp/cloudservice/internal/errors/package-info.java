/** Words for people about what went wrong. */
@NullMarked
package canon.cpp.cloudservice.internal.errors;

import org.jspecify.annotations.NullMarked;
