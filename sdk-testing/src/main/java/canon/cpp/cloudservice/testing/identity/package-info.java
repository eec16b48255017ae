/** Fake identity providers, for tests of signing in that run without the internet. */
@NullMarked
package canon.cpp.cloudservice.testing.identity;

import org.jspecify.annotations.NullMarked;
