/** Files that nobody else can read. */
@NullMarked
package canon.cpp.cloudservice.signin.internal.store;

import org.jspecify.annotations.NullMarked;
