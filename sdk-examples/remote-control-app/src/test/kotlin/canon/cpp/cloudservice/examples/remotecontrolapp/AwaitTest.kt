package canon.cpp.cloudservice.examples.remotecontrolapp

import canon.cpp.cloudservice.Call
import canon.cpp.cloudservice.Response
import canon.cpp.cloudservice.errors.RejectedException
import canon.cpp.cloudservice.retry.RetryPolicy
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CompletableFuture
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.future.await
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir

class AwaitTest {
    private val fake = fake()

    @TempDir lateinit var folder: Path

    @AfterEach
    fun close() {
        fake.close()
    }

    @Test
    fun theResultOfTheCallIsReturned() {
        AppRun(fake, folder.resolve("key")).use { app ->
            runBlocking {
                assertThat(app.client.remoteControl().activate().await().firstActivation()).isTrue()
            }
        }
    }

    @Test
    fun aFailedCallThrowsItsOwnException() {
        AppRun(fake, folder.resolve("key"), signIn = FakeSignIn(fake, "stranger@contoso.com")).use { app ->
            val failure =
                assertThrows<RejectedException> {
                    runBlocking { app.client.remoteControl().activate().await() }
                }
            assertThat(failure.code().id()).isEqualTo("account-not-registered")
        }
    }

    @Test
    fun aCancelledCoroutineCancelsTheCall() {
        val call = HeldCall()
        runBlocking {
            val waiting = launch(start = CoroutineStart.UNDISPATCHED) { call.await() }
            assertThat(call.future).isNotDone()

            waiting.cancelAndJoin()

            assertThat(call.future).isCancelled()
        }
    }

    @Test
    fun aCancelledCallCancelsTheCoroutine() {
        val call = HeldCall()
        runBlocking {
            val waiting = async(start = CoroutineStart.UNDISPATCHED) { runCatching { call.await() } }

            call.future.cancel(false)

            assertThat(waiting.await().exceptionOrNull()).isInstanceOf(CancellationException::class.java)
        }
    }

    @Test
    fun aCancelledCoroutineEndsTheExchangeWithTheService() {
        AppRun(fake, folder.resolve("key")).use { app ->
            val hold = fake.faults().on(ACTIVATE).times(1).hold()
            runBlocking {
                val waiting = launch(Dispatchers.Default) { app.activator.activate() }
                hold.reached().await()

                waiting.cancelAndJoin()

                val exchange = app.network.exchanges.single()
                assertThat(exchange.handle { _, failure -> failure }.await())
                    .describedAs("ends although the service has not responded")
                    .isNotNull()
            }
            hold.release()
            assertThat(app.pending.exists()).describedAs("the result is not known").isTrue()
        }
    }

    /** A call that ends when the test says so. */
    private class HeldCall : Call<String> {
        val future = CompletableFuture<String>()

        override fun executeAsync(): CompletableFuture<String> = future

        override fun execute(): String = future.join()

        override fun timeout(timeout: Duration): Call<String> = this

        override fun retryPolicy(policy: RetryPolicy): Call<String> = this

        override fun header(name: String, value: String): Call<String> = this

        override fun withResponse(): Call<Response<String>> = throw UnsupportedOperationException()
    }
}
