package canon.cpp.cloudservice.examples.remotecontrolapp

import canon.cpp.cloudservice.errors.AuthenticationErrorKind
import canon.cpp.cloudservice.errors.AuthenticationException
import canon.cpp.cloudservice.errors.CloudServiceException
import canon.cpp.cloudservice.errors.ErrorMessages
import canon.cpp.cloudservice.errors.UnauthenticatedException
import canon.cpp.cloudservice.errors.UnavailableException
import java.util.Locale
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.first

/** What the screen shows. */
sealed interface ActivationState {
    data object Idle : ActivationState

    data object Working : ActivationState

    /** The phone has no network. The activation continues when it has one. */
    data object WaitingForNetwork : ActivationState

    data class Active(val firstActivation: Boolean) : ActivationState

    /** The user has to sign in on the screen, with the claims if there are any. */
    data class SignInRequired(val claims: String?) : ActivationState

    /** A sentence for the user. */
    data class Failed(val message: String) : ActivationState
}

/**
 * The state of a screen, as in an Android `ViewModel`: call [activate] in its scope, so that leaving
 * the screen cancels the call.
 *
 * @param online whether the phone has a network; on Android from
 *     `ConnectivityManager.registerDefaultNetworkCallback`
 */
class ActivationModel(
    private val activator: Activator,
    private val online: Flow<Boolean>,
    private val locale: Locale,
) {
    private val states = MutableStateFlow<ActivationState>(ActivationState.Idle)

    val state: StateFlow<ActivationState> = states.asStateFlow()

    /** Continues an activation that an earlier run of the app has started. Call it when the app starts. */
    suspend fun resume() {
        if (activator.isPending()) {
            activate()
        }
    }

    /** Activates the user. Waits for the network, and tries again if it breaks. */
    suspend fun activate() {
        while (true) {
            waitForNetwork()
            states.value = ActivationState.Working
            try {
                states.value = ActivationState.Active(activator.activate().firstActivation())
                return
            } catch (e: CloudServiceException) {
                if (e !is UnavailableException || online.first()) {
                    states.value = failed(e)
                    return
                }
            }
        }
    }

    private suspend fun waitForNetwork() {
        if (!online.first()) {
            states.value = ActivationState.WaitingForNetwork
            online.first { it }
        }
    }

    private fun failed(e: CloudServiceException): ActivationState =
        when {
            e is AuthenticationException && e.kind() == AuthenticationErrorKind.SIGN_IN_REQUIRED ->
                ActivationState.SignInRequired(e.claims().orElse(null))
            e is UnauthenticatedException -> ActivationState.SignInRequired(null)
            else -> ActivationState.Failed(ErrorMessages.forUser(e, locale))
        }
}
