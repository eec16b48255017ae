/**
 * Signing in at Microsoft with msal4j, which speaks the protocol and decides nothing else: what it
 * sends goes over the host's transport, errors are read before it sees them, and no access token
 * gets into it.
 */
@NullMarked
package canon.cpp.cloudservice.signin.internal.microsoft;

import org.jspecify.annotations.NullMarked;
