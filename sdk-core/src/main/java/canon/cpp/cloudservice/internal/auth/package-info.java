/** The token providers of the library. */
@NullMarked
package canon.cpp.cloudservice.internal.auth;

import org.jspecify.annotations.NullMarked;
