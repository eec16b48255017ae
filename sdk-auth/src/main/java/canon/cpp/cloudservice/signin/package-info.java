/** Signing in with Microsoft and Google accounts: what both have in common. */
@NullMarked
package canon.cpp.cloudservice.signin;

import org.jspecify.annotations.NullMarked;
