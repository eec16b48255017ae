/** Optional libraries of the identity providers. */
@NullMarked
package canon.cpp.cloudservice.signin.internal.library;

import org.jspecify.annotations.NullMarked;
