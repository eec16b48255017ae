/** Tokens, signing in and logging out. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.session;

import org.jspecify.annotations.NullMarked;
