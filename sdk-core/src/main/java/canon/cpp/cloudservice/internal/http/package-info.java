/** Settings, encodings and failure messages that all transports share. */
@NullMarked
package canon.cpp.cloudservice.internal.http;

import org.jspecify.annotations.NullMarked;
