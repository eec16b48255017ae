/**
 * Sign-in at Microsoft. msal4j implements the protocol and decides nothing else: its requests are
 * sent over the host's transport, it never receives an error response, and no access token.
 *
 * <p>A token request goes in one direction: {@link
 * canon.cpp.cloudservice.signin.internal.microsoft.MicrosoftGrant} or {@link
 * canon.cpp.cloudservice.signin.internal.microsoft.ConfidentialClientTokens}, {@code MsalCall},
 * msal4j, {@code MsalHttpClient}, a {@code MsalSender}, and the host's transport.
 */
@NullMarked
package canon.cpp.cloudservice.signin.internal.microsoft;

import org.jspecify.annotations.NullMarked;
