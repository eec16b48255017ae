package canon.cpp.cloudservice.examples.remotecontrolapp

import canon.cpp.cloudservice.CloudServiceClient
import canon.cpp.cloudservice.http.HttpTransport
import java.net.URI
import java.time.Duration

/**
 * The one client of the app. Create it in `Application.onCreate` or in the dependency injection, not
 * in an activity: it owns the connections.
 */
class RemoteControlClient(serviceAddress: URI, version: String) : AutoCloseable {
    private val transport: HttpTransport =
        HttpTransport.urlConnection().connectTimeout(Duration.ofSeconds(10)).build()

    private val client: CloudServiceClient =
        CloudServiceClient.builder(serviceAddress)
            .transport(transport)
            .appInfo("RemoteControl/$version")
            .timeout(Duration.ofSeconds(30))
            .build()

    /** Returns the view of the client that acts for the user who has signed in on this phone. */
    fun forUser(signIn: PlatformSignIn): CloudServiceClient =
        client.withTokenProvider(PlatformTokenProvider(signIn))

    override fun close() {
        client.close()
        transport.close()
    }
}
