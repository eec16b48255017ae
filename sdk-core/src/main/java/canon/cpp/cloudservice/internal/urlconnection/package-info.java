/** The transport on HttpURLConnection, for Android and the smallest hosts. */
@NullMarked
package canon.cpp.cloudservice.internal.urlconnection;

import org.jspecify.annotations.NullMarked;
