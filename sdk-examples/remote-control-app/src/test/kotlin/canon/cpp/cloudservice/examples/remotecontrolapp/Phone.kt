package canon.cpp.cloudservice.examples.remotecontrolapp

import canon.cpp.cloudservice.CloudServiceClient
import canon.cpp.cloudservice.http.HttpRequest
import canon.cpp.cloudservice.http.HttpResponse
import canon.cpp.cloudservice.http.HttpTransport
import canon.cpp.cloudservice.http.HttpTransportException
import canon.cpp.cloudservice.http.HttpTransportException.Reason
import canon.cpp.cloudservice.testing.FakeCloudService
import java.nio.file.Path
import java.time.Instant
import java.util.Locale
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CopyOnWriteArrayList
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.MutableStateFlow

const val USER = "john@contoso.com"
const val ACTIVATE = "activateRemoteControl"

/** The platform's sign-in, with tokens of the fake service. */
class FakeSignIn(private val fake: FakeCloudService, private val address: String = USER) :
    PlatformSignIn {
    val requests = mutableListOf<Boolean>()
    var failure: Exception? = null

    override fun silentToken(forceRefresh: Boolean, claims: String?): PlatformToken {
        requests += forceRefresh
        failure?.let { throw it }
        return PlatformToken(fake.http().tokenFor(address).value(), Instant.MAX.minusSeconds(1))
    }
}

/** The network of a phone: `HttpURLConnection`, or nothing. */
class PhoneNetwork : HttpTransport {
    val online = MutableStateFlow(true)

    /** Whether the network breaks after each request has reached the service. */
    @Volatile var losesResponses = false

    /** The exchanges of asynchronous calls. */
    val exchanges = CopyOnWriteArrayList<CompletableFuture<HttpResponse>>()

    private val transport = HttpTransport.urlConnection().build()

    override fun send(request: HttpRequest): HttpResponse {
        checkOnline()
        val response = transport.send(request)
        return if (losesResponses) throw lost() else response
    }

    override fun sendAsync(request: HttpRequest): CompletableFuture<HttpResponse> =
        try {
            checkOnline()
            val exchange = transport.sendAsync(request)
            exchanges += exchange
            if (losesResponses) exchange.thenCompose { CompletableFuture.failedFuture(lost()) } else exchange
        } catch (e: HttpTransportException) {
            CompletableFuture.failedFuture(e)
        }

    private fun lost(): HttpTransportException {
        online.value = false
        return HttpTransportException(Reason.CONNECTION_LOST, true, "the network is gone", null)
    }

    private fun checkOnline() {
        if (!online.value) {
            throw HttpTransportException(Reason.CONNECT, false, "there is no network", null)
        }
    }

    override fun close() = transport.close()
}

/** One run of the app. The file outlives it. */
class AppRun(
    fake: FakeCloudService,
    keyFile: Path,
    val network: PhoneNetwork = PhoneNetwork(),
    val signIn: FakeSignIn = FakeSignIn(fake),
) : AutoCloseable {
    private val root: CloudServiceClient =
        fake.http().withFakeDelays().clientBuilder().transport(network).build()
    val client: CloudServiceClient = root.withTokenProvider(PlatformTokenProvider(signIn))
    val pending = PendingActivation(keyFile, fake.clock())
    val activator = Activator(client, pending, Dispatchers.Unconfined)
    val model = ActivationModel(activator, network.online, Locale.FRENCH)

    /** The process is gone: nothing of it runs on. */
    override fun close() {
        root.close()
        network.close()
    }
}

fun fake(): FakeCloudService =
    FakeCloudService.builder()
        .site { site -> site.administrator("admin@contoso.com").user(USER) }
        .build()
