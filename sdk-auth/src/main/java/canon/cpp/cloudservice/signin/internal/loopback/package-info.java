/** The browser's way back to a program on the same machine. */
@NullMarked
package canon.cpp.cloudservice.signin.internal.loopback;

import org.jspecify.annotations.NullMarked;
