package canon.cpp.cloudservice.examples.remotecontrolapp

import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

class RemoteControlClientTest {
    @Test
    fun theClientOfTheAppReachesTheService() {
        fake().use { fake ->
            RemoteControlClient(fake.http().address(), "1.0").use { app ->
                val user = app.forUser(FakeSignIn(fake))
                val activation = runBlocking { user.remoteControl().activate().await() }
                assertThat(activation.firstActivation()).isTrue()
            }
        }
    }

    @Test
    fun aTokenIsNotPrinted() {
        assertThat(PlatformToken("secret", null).toString()).doesNotContain("secret")
    }
}
