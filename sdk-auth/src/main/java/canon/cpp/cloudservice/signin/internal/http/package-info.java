/** Requests to identity providers, all over the host's transport. */
@NullMarked
package canon.cpp.cloudservice.signin.internal.http;

import org.jspecify.annotations.NullMarked;
