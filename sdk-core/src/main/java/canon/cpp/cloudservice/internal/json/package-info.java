/** JSON of requests and responses, by hand-written codecs. */
@NullMarked
package canon.cpp.cloudservice.internal.json;

import org.jspecify.annotations.NullMarked;
