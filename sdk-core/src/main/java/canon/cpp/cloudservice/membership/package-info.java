/** The members of a site: cloud service users and administrators. */
@NullMarked
package canon.cpp.cloudservice.membership;

import org.jspecify.annotations.NullMarked;
