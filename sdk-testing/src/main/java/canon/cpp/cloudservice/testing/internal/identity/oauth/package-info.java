/** What OAuth prescribes alike for all providers. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.identity.oauth;

import org.jspecify.annotations.NullMarked;
