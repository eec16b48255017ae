package canon.cpp.cloudservice.examples.remotecontrolapp

import canon.cpp.cloudservice.Call
import kotlinx.coroutines.future.await

/**
 * Executes the call without blocking a thread, and suspends until its result.
 *
 * If the coroutine is cancelled, the call and its exchange with the service are cancelled. The
 * service may have received the request all the same. A failed call throws its
 * `CloudServiceException`, and a client that is closed ends the coroutine with such an exception too.
 */
suspend fun <T : Any> Call<T>.await(): T = executeAsync().await()
