/** Waiting while somebody signs in on another device. */
@NullMarked
package canon.cpp.cloudservice.signin.internal.device;

import org.jspecify.annotations.NullMarked;
