/** Reading lists page by page. */
@NullMarked
package canon.cpp.cloudservice.internal.paging;

import org.jspecify.annotations.NullMarked;
