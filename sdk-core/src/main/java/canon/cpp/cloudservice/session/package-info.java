/** Signing in to the service and logging out. */
@NullMarked
package canon.cpp.cloudservice.session;

import org.jspecify.annotations.NullMarked;
