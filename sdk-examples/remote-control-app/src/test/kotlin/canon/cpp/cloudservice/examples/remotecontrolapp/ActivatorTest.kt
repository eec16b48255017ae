package canon.cpp.cloudservice.examples.remotecontrolapp

import canon.cpp.cloudservice.errors.CloudServiceException
import canon.cpp.cloudservice.errors.Outcome
import canon.cpp.cloudservice.errors.RejectedException
import canon.cpp.cloudservice.errors.UnavailableException
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.future.await
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir

/** The app is killed, started again, and loses its network. */
class ActivatorTest {
    private val fake = fake()

    @TempDir lateinit var folder: Path

    @AfterEach
    fun close() {
        fake.close()
    }

    private fun newRun() = AppRun(fake, folder.resolve("pending-activation"))

    @Test
    fun aResultThatIsKnownLeavesNoKey() {
        newRun().use { app ->
            val first = runBlocking { app.activator.activate() }
            val again = runBlocking { app.activator.activate() }

            assertThat(first.firstActivation()).isTrue()
            assertThat(again.firstActivation()).isFalse()
            assertThat(folder).isEmptyDirectory()
            assertThat(keys()).describedAs("two changes").doesNotHaveDuplicates().hasSize(2)
        }
    }

    @Test
    fun anAppThatIsKilledBeforeTheResponseActivatesOnce() {
        newRun().use { app ->
            val hold = fake.faults().on(ACTIVATE).times(1).hold()
            runBlocking {
                val call = launch(Dispatchers.Default) { app.activator.activate() }
                hold.reached().await()
                call.cancelAndJoin()
            }
            hold.release()
        }

        newRun().use { app ->
            assertThat(runBlocking { app.activator.isPending() }).isTrue()
            runBlocking { app.model.resume() }
            assertThat(app.model.state.value).isInstanceOf(ActivationState.Active::class.java)
            assertThat(runBlocking { app.activator.isPending() }).isFalse()
        }

        assertThat(keys().toSet()).hasSize(1)
        fake.log().expect(ACTIVATE).applied().once()
    }

    @Test
    fun anAppThatIsKilledAfterTheServiceAppliedTheChangeGetsItsResult() {
        newRun().use { app ->
            app.network.losesResponses = true
            val failure =
                assertThrows<CloudServiceException> { runBlocking { app.activator.activate() } }
            assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN)
        }

        newRun().use { app ->
            val activation = runBlocking { app.activator.activate() }
            assertThat(activation.firstActivation()).describedAs("the kept result").isTrue()
        }

        assertThat(keys().toSet()).hasSize(1)
        fake.log().expect(ACTIVATE).applied().once()
        fake.log().appliedOnce()
    }

    @Test
    fun aRejectionEndsTheActivation() {
        AppRun(fake, folder.resolve("key"), signIn = FakeSignIn(fake, "stranger@contoso.com")).use { app ->
            assertThrows<RejectedException> { runBlocking { app.activator.activate() } }
            assertThat(app.pending.exists()).isFalse()
        }
    }

    @Test
    fun withoutANetworkTheKeyStays() {
        newRun().use { app ->
            app.network.online.value = false
            val failure =
                assertThrows<UnavailableException> { runBlocking { app.activator.activate() } }
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT)
            val key = app.pending.key()

            app.network.online.value = true
            runBlocking { app.activator.activate() }

            assertThat(keys()).containsExactly(key)
        }
    }

    @Test
    fun aKeyThatTheServiceNoLongerKnowsIsReplaced() {
        newRun().use { app ->
            val key = app.pending.key()
            fake.clock().advance(Duration.ofHours(22))
            assertThat(app.pending.key()).isEqualTo(key)

            fake.clock().advance(Duration.ofHours(1))

            assertThat(app.pending.key()).isNotEqualTo(key)
        }
    }

    @Test
    fun aDamagedFileIsReplaced() {
        newRun().use { app ->
            for (content in listOf("", "key", "key\nnot a time\n")) {
                Files.writeString(folder.resolve("pending-activation"), content)
                val key = app.pending.key()
                assertThat(key).hasSize(36).isEqualTo(app.pending.key())
            }
        }
    }

    private fun keys() = fake.log().of(ACTIVATE).map { it.idempotencyKey() }
}
