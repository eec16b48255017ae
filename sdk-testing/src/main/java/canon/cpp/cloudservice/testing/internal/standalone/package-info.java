/** The stand-alone program: {@code docs/fake-standalone.md}. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.standalone;

import org.jspecify.annotations.NullMarked;
