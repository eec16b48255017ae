/** What the nodes of the back end share: a database. */
@NullMarked
package canon.cpp.cloudservice.examples.remotecontrol.store;

import org.jspecify.annotations.NullMarked;
