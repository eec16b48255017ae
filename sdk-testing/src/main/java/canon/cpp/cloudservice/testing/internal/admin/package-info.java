/**
 * The fake steered over HTTP, for whoever does not write Java: {@code docs/api/fake-admin.yaml}.
 * Only the program of its own has these paths, no endpoint that a client of the service is given.
 */
@NullMarked
package canon.cpp.cloudservice.testing.internal.admin;

import org.jspecify.annotations.NullMarked;
