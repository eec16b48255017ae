/** How tokens are had from Google; only classes named for it need Google's library. */
@NullMarked
package canon.cpp.cloudservice.signin.internal.google;

import org.jspecify.annotations.NullMarked;
