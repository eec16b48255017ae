package canon.cpp.cloudservice.examples.remotecontrolapp

import canon.cpp.cloudservice.auth.AccessToken
import canon.cpp.cloudservice.auth.TokenProvider
import canon.cpp.cloudservice.auth.TokenRequest
import canon.cpp.cloudservice.errors.AuthenticationErrorKind
import canon.cpp.cloudservice.errors.AuthenticationException
import java.io.IOException

/**
 * Gives the client the token of the platform's sign-in. The platform caches tokens and keeps the
 * refresh token, so the app stores none.
 */
class PlatformTokenProvider(private val signIn: PlatformSignIn) : TokenProvider {
    override fun token(request: TokenRequest): AccessToken {
        val rejected = request.rejected().isPresent
        val claims = request.claims().orElse(null)
        val token =
            try {
                signIn.silentToken(rejected || claims != null, claims)
            } catch (e: UserInteractionRequired) {
                throw failure(AuthenticationErrorKind.SIGN_IN_REQUIRED, claims, e)
            } catch (e: IOException) {
                throw failure(AuthenticationErrorKind.TOKEN_ENDPOINT, null, e)
            }
        val accessToken = AccessToken.of(token.value)
        return token.expiresAt?.let(accessToken::expiringAt) ?: accessToken
    }

    private fun failure(kind: AuthenticationErrorKind, claims: String?, cause: Exception) =
        AuthenticationException.builder(kind)
            .provider("the platform's sign-in")
            .claims(claims)
            .cause(cause)
            .build()
}
