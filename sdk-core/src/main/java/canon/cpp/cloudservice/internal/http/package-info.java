/** HTTP pieces without a network: settings and encodings. */
@NullMarked
package canon.cpp.cloudservice.internal.http;

import org.jspecify.annotations.NullMarked;
