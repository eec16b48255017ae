/** How requests reach the fake: in process, or over HTTP. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.endpoints;

import org.jspecify.annotations.NullMarked;
