/** The fake service and what tests use to steer it. */
@NullMarked
package canon.cpp.cloudservice.testing;

import org.jspecify.annotations.NullMarked;
