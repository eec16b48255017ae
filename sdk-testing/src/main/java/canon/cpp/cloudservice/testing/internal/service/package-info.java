/** Request handling in the fake: stages, routes and the order of decisions. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.service;

import org.jspecify.annotations.NullMarked;
