package canon.cpp.cloudservice.examples.remotecontrolapp

import canon.cpp.cloudservice.errors.ErrorMessages
import java.io.IOException
import java.nio.file.Path
import java.util.Locale
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

class ActivationModelTest {
    private val fake = fake()

    @TempDir lateinit var folder: Path

    @AfterEach
    fun close() {
        fake.close()
    }

    private fun newRun(signIn: FakeSignIn = FakeSignIn(fake)) =
        AppRun(fake, folder.resolve("pending-activation"), signIn = signIn)

    @Test
    fun theActivationWaitsForTheNetwork() {
        newRun().use { app ->
            app.network.online.value = false
            runBlocking {
                val job = launch(start = CoroutineStart.UNDISPATCHED) { app.model.activate() }
                app.model.state.first { it == ActivationState.WaitingForNetwork }
                fake.log().expectAny().never()

                app.network.online.value = true
                job.join()
            }
            assertThat(app.model.state.value).isEqualTo(ActivationState.Active(true))
            fake.log().expect(ACTIVATE).applied().once()
        }
    }

    @Test
    fun aNetworkThatBreaksDuringTheCallLeadsToAnotherAttemptLater() {
        newRun().use { app ->
            app.network.losesResponses = true
            runBlocking {
                val job = launch(start = CoroutineStart.UNDISPATCHED) { app.model.activate() }
                app.model.state.first { it == ActivationState.WaitingForNetwork }

                app.network.losesResponses = false
                app.network.online.value = true
                job.join()
            }
            assertThat(app.model.state.value).isInstanceOf(ActivationState.Active::class.java)
            fake.log().expect(ACTIVATE).applied().once()
        }
    }

    @Test
    fun aUserWhoHasToSignInIsSentToTheSignIn() {
        val signIn = FakeSignIn(fake).apply { failure = UserInteractionRequired() }
        newRun(signIn).use { app ->
            runBlocking { app.model.activate() }
            assertThat(app.model.state.value).isEqualTo(ActivationState.SignInRequired(null))

            signIn.failure = null
            runBlocking { app.model.activate() }
            assertThat(app.model.state.value).isEqualTo(ActivationState.Active(true))
        }
    }

    @Test
    fun aRejectedTokenIsReplacedOnce() {
        val signIn = FakeSignIn(fake)
        newRun(signIn).use { app ->
            fake.faults().on(ACTIVATE).times(1).tokenExpired().respond(401)
            runBlocking { app.model.activate() }

            assertThat(app.model.state.value).isEqualTo(ActivationState.Active(true))
            assertThat(signIn.requests).containsExactly(false, true)
        }
    }

    @Test
    fun theUserReadsASentenceInTheUsersLanguage() {
        newRun(FakeSignIn(fake, "stranger@contoso.com")).use { app ->
            runBlocking { app.model.activate() }

            val failure = runCatching { runBlocking { app.activator.activate() } }.exceptionOrNull()!!
            assertThat(app.model.state.value)
                .isEqualTo(ActivationState.Failed(ErrorMessages.forUser(failure, Locale.FRENCH)))
        }
    }

    @Test
    fun aSignInThatCannotBeReachedIsShown() {
        val signIn = FakeSignIn(fake).apply { failure = IOException("no route") }
        newRun(signIn).use { app ->
            runBlocking { app.model.activate() }

            assertThat(app.model.state.value).isInstanceOf(ActivationState.Failed::class.java)
        }
    }
}
