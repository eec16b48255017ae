/** The site: operation and JSON. */
@NullMarked
package canon.cpp.cloudservice.internal.site;

import org.jspecify.annotations.NullMarked;
