/** Texts and files that only the holder of a key can read or change. */
@NullMarked
package canon.cpp.cloudservice.signin.internal.crypto;

import org.jspecify.annotations.NullMarked;
