/**
 * Tokens from Google. Only classes with Workload, Library or ServiceAccount in their names need
 * Google's library.
 */
@NullMarked
package canon.cpp.cloudservice.signin.internal.google;

import org.jspecify.annotations.NullMarked;
