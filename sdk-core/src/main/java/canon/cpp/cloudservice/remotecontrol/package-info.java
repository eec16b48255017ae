/** The Remote Control app, seen by its users. */
@NullMarked
package canon.cpp.cloudservice.remotecontrol;

import org.jspecify.annotations.NullMarked;
