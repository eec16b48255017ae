/** The transport on java.net.http, and nothing else. */
@NullMarked
package canon.cpp.cloudservice.internal.jdk;

import org.jspecify.annotations.NullMarked;
