/** Reading and checking of ID tokens. */
@NullMarked
package canon.cpp.cloudservice.signin.internal.jwt;

import org.jspecify.annotations.NullMarked;
