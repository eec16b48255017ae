/** The areas of the client: the operations of each, and the readers of their JSON. */
@NullMarked
package canon.cpp.cloudservice.internal.areas;

import org.jspecify.annotations.NullMarked;
