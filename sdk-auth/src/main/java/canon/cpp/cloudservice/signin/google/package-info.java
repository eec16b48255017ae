/** Signing in with Google: people, and programs that run unattended. */
@NullMarked
package canon.cpp.cloudservice.signin.google;

import org.jspecify.annotations.NullMarked;
