/** The sign-in of users: what is the same for all identity providers. */
@NullMarked
package canon.cpp.cloudservice.signin.internal.user;

import org.jspecify.annotations.NullMarked;
