/** The token seam: how a host says who a call is made for. */
@NullMarked
package canon.cpp.cloudservice.auth;

import org.jspecify.annotations.NullMarked;
