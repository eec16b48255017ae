/** Remote Control: operation and JSON. */
@NullMarked
package canon.cpp.cloudservice.internal.remotecontrol;

import org.jspecify.annotations.NullMarked;
