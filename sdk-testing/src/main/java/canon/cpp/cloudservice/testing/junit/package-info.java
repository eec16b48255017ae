/** The fake service as parameters and fields of JUnit tests; for JUnit 5 and 6. */
@NullMarked
package canon.cpp.cloudservice.testing.junit;

import org.jspecify.annotations.NullMarked;
