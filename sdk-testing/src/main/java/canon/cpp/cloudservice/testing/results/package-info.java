/**
 * Answers of the service, made up by a test: for tests of code that is given answers and calls
 * nobody.
 */
@NullMarked
package canon.cpp.cloudservice.testing.results;

import org.jspecify.annotations.NullMarked;
