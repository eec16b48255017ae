/** Polling while a user signs in with a device code. */
@NullMarked
package canon.cpp.cloudservice.signin.internal.device;

import org.jspecify.annotations.NullMarked;
