/** The first use of the Remote Control app. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.remotecontrol;

import org.jspecify.annotations.NullMarked;
