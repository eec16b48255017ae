/** Keys, certificates and signed tokens, using only the JDK. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.identity.crypto;

import org.jspecify.annotations.NullMarked;
