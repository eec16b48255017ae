package canon.cpp.cloudservice.examples.remotecontrolapp

import java.time.Instant

/**
 * The platform's sign-in: on Android, MSAL for a Microsoft account, or Credential Manager for a
 * Google account. The app implements it; the methods block, and are called on a background thread.
 */
interface PlatformSignIn {
    /**
     * Returns a token for the service without asking the user.
     *
     * @param forceRefresh whether a cached token must not be used, because the service rejected it
     * @param claims what the service requires in addition, as JSON; null for nothing
     * @throws UserInteractionRequired if the user has to sign in on the screen
     * @throws java.io.IOException if the identity provider cannot be reached
     */
    fun silentToken(forceRefresh: Boolean, claims: String?): PlatformToken
}

/** A token of the platform's sign-in. It prints nothing. */
class PlatformToken(val value: String, val expiresAt: Instant?) {
    override fun toString(): String = "PlatformToken[hidden]"
}

/** The user has to sign in on the screen. */
class UserInteractionRequired : Exception()
