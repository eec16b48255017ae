/** Sessions: operations and JSON. */
@NullMarked
package canon.cpp.cloudservice.internal.session;

import org.jspecify.annotations.NullMarked;
