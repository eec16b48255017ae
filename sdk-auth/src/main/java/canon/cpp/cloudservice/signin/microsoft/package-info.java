/** Signing in with Microsoft accounts. A program that uses it adds msal4j to its dependencies. */
@NullMarked
package canon.cpp.cloudservice.signin.microsoft;

import org.jspecify.annotations.NullMarked;
