/** A back end of Remote Control: one endpoint that activates the user whose app calls it. */
@NullMarked
package canon.cpp.cloudservice.examples.remotecontrol;

import org.jspecify.annotations.NullMarked;
