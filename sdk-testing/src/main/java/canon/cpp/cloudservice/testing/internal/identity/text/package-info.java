/** JSON, encodings and names. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.identity.text;

import org.jspecify.annotations.NullMarked;
