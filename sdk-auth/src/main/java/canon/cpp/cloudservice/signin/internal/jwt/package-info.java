/** Reading ID tokens that came straight from the identity provider. */
@NullMarked
package canon.cpp.cloudservice.signin.internal.jwt;

import org.jspecify.annotations.NullMarked;
