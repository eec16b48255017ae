/** People who sign in: what is done alike for all identity providers. */
@NullMarked
package canon.cpp.cloudservice.signin.internal.user;

import org.jspecify.annotations.NullMarked;
