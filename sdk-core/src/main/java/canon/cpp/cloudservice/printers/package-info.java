/** The registered printers of a site. */
@NullMarked
package canon.cpp.cloudservice.printers;

import org.jspecify.annotations.NullMarked;
