/** Printers: operations and JSON. */
@NullMarked
package canon.cpp.cloudservice.internal.printers;

import org.jspecify.annotations.NullMarked;
