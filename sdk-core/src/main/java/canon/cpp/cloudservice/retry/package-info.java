/** When a failed attempt is repeated. */
@NullMarked
package canon.cpp.cloudservice.retry;

import org.jspecify.annotations.NullMarked;
