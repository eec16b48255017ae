/** What can go wrong with a call, and what is known of its effect. */
@NullMarked
package canon.cpp.cloudservice.errors;

import org.jspecify.annotations.NullMarked;
