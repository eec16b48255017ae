/** People who sign in: what is done alike for all identity providers. */
@NullMarked
package canon.cpp.cloudservice.signin.internal.person;

import org.jspecify.annotations.NullMarked;
