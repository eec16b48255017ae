/** Authenticated encryption of texts and files. */
@NullMarked
package canon.cpp.cloudservice.signin.internal.crypto;

import org.jspecify.annotations.NullMarked;
