/** Users, administrators, addresses and permissions. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.membership;

import org.jspecify.annotations.NullMarked;
