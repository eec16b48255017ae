/**
 * The HTTP API that controls the fake, for programs in any language: {@code
 * docs/api/fake-admin.yaml}. Only the stand-alone program serves it.
 */
@NullMarked
package canon.cpp.cloudservice.testing.internal.admin;

import org.jspecify.annotations.NullMarked;
