/** What checks the tokens of the fake identity providers, and what their parts have in common. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.identity;

import org.jspecify.annotations.NullMarked;
