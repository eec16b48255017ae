/** The administration site. */
@NullMarked
package canon.cpp.cloudservice.site;

import org.jspecify.annotations.NullMarked;
