package canon.cpp.cloudservice.examples.remotecontrolapp

import canon.cpp.cloudservice.CloudServiceClient
import canon.cpp.cloudservice.errors.CloudServiceException
import canon.cpp.cloudservice.errors.Outcome
import canon.cpp.cloudservice.remotecontrol.Activation
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

/** Activates the user of the app, once for each key, also if the app is killed in between. */
class Activator(
    private val client: CloudServiceClient,
    private val pending: PendingActivation,
    private val disk: CoroutineDispatcher = Dispatchers.IO,
) {
    /** Whether an earlier run of the app has sent an activation and does not know its result. */
    suspend fun isPending(): Boolean = withContext(disk) { pending.exists() }

    /**
     * Activates the user.
     *
     * @throws CloudServiceException if the call fails. The key stays while the result is not known,
     *     so the next call of this function repeats the same change
     */
    suspend fun activate(): Activation {
        val key = withContext(disk) { pending.key() }
        val activation =
            try {
                client.remoteControl().activate().idempotencyKey(key).await()
            } catch (e: CloudServiceException) {
                if (e.outcome() == Outcome.REJECTED) {
                    withContext(disk) { pending.clear() }
                }
                throw e
            }
        withContext(disk) { pending.clear() }
        return activation
    }
}
