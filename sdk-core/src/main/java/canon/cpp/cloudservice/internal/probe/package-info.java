/** Checks the connection to an address step by step, as a transport would make it. */
@NullMarked
package canon.cpp.cloudservice.internal.probe;

import org.jspecify.annotations.NullMarked;
