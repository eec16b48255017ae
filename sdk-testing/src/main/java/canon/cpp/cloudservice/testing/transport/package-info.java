/**
 * What every {@link canon.cpp.cloudservice.http.HttpTransport} must do, as JUnit tests: extend
 * {@link canon.cpp.cloudservice.testing.transport.HttpTransportKit}.
 */
@NullMarked
package canon.cpp.cloudservice.testing.transport;

import org.jspecify.annotations.NullMarked;
