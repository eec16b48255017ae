/** The parts of OAuth that all providers share. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.identity.oauth;

import org.jspecify.annotations.NullMarked;
