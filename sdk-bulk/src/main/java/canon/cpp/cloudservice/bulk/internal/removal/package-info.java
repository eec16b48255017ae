/** What keeps a job or a plan from removing too many, or the wrong ones. */
@NullMarked
package canon.cpp.cloudservice.bulk.internal.removal;

import org.jspecify.annotations.NullMarked;
