/** What a host types first: the client, its calls and the values they take. */
@NullMarked
package canon.cpp.cloudservice;

import org.jspecify.annotations.NullMarked;
