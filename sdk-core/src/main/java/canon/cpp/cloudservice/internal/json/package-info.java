/** JSON of requests and answers, by hand-written codecs. */
@NullMarked
package canon.cpp.cloudservice.internal.json;

import org.jspecify.annotations.NullMarked;
