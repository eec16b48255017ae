/** Receives the redirect of a browser on the same machine. */
@NullMarked
package canon.cpp.cloudservice.signin.internal.loopback;

import org.jspecify.annotations.NullMarked;
