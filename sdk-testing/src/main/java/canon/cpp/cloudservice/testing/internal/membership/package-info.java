/** Users, administrators, their addresses, and who may do what. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.membership;

import org.jspecify.annotations.NullMarked;
