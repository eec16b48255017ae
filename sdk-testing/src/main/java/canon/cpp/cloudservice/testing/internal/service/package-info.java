/** The way of a request through the fake: stages, routes, the order of decisions. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.service;

import org.jspecify.annotations.NullMarked;
