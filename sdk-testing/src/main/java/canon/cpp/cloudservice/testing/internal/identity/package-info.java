/** Verification of the tokens of the fake identity providers, and what the providers share. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.identity;

import org.jspecify.annotations.NullMarked;
