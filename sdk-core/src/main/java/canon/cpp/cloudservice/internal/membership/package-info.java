/** Members: operations and JSON. */
@NullMarked
package canon.cpp.cloudservice.internal.membership;

import org.jspecify.annotations.NullMarked;
