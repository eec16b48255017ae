/** The server of a fake identity provider: routes, faults and the log. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.identity.http;

import org.jspecify.annotations.NullMarked;
