/** The endpoints of the fake of Google's identity platform. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.identity.google;

import org.jspecify.annotations.NullMarked;
