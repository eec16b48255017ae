/** Keys, certificates and signed tokens, by the JDK alone. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.identity.crypto;

import org.jspecify.annotations.NullMarked;
