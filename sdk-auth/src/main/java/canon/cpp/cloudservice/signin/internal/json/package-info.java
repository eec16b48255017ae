/** Reading of JSON whose content decides about a sign-in. */
@NullMarked
package canon.cpp.cloudservice.signin.internal.json;

import org.jspecify.annotations.NullMarked;
