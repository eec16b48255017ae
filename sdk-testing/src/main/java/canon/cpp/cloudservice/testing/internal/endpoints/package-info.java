/** How requests reach the fake: in the process, or by HTTP. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.endpoints;

import org.jspecify.annotations.NullMarked;
