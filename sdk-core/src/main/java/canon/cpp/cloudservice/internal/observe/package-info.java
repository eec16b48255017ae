/** Notifies listeners and logs of the calls of a client. */
@NullMarked
package canon.cpp.cloudservice.internal.observe;

import org.jspecify.annotations.NullMarked;
