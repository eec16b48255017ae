/** Telling listeners and logs what a client does. */
@NullMarked
package canon.cpp.cloudservice.internal.observe;

import org.jspecify.annotations.NullMarked;
