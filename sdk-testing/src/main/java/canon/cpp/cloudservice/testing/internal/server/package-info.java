/** The JDK's HTTP server, as all fakes use it. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.server;

import org.jspecify.annotations.NullMarked;
