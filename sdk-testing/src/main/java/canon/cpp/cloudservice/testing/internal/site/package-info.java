/** The administration site. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.site;

import org.jspecify.annotations.NullMarked;
