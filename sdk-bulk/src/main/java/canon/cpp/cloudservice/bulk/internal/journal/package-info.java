/** What a job needs of a journal. */
@NullMarked
package canon.cpp.cloudservice.bulk.internal.journal;

import org.jspecify.annotations.NullMarked;
