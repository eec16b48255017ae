/** Threads, timers and waiting. */
@NullMarked
package canon.cpp.cloudservice.internal.concurrent;

import org.jspecify.annotations.NullMarked;
