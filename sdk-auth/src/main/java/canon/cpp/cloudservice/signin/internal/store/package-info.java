/** Files to which only the current user has access. */
@NullMarked
package canon.cpp.cloudservice.signin.internal.store;

import org.jspecify.annotations.NullMarked;
