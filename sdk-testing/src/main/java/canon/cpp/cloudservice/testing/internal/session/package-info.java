/** Tokens and portal sessions. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.session;

import org.jspecify.annotations.NullMarked;
