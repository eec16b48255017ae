/** Runs two nodes of the back end against fakes of the service and of Microsoft. */
@NullMarked
package canon.cpp.cloudservice.examples.remotecontrol.demo;

import org.jspecify.annotations.NullMarked;
