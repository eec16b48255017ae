/** Going the way to an address, step by step, as a transport would. */
@NullMarked
package canon.cpp.cloudservice.internal.probe;

import org.jspecify.annotations.NullMarked;
