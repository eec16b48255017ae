/** Pages and their tokens. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.paging;

import org.jspecify.annotations.NullMarked;
