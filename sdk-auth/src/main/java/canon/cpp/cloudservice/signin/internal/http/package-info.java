/** Requests to identity providers, sent over the host's transport. */
@NullMarked
package canon.cpp.cloudservice.signin.internal.http;

import org.jspecify.annotations.NullMarked;
