/** All that the fake remembers, as data: to keep, to compare, to write as JSON and to read. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.state;

import org.jspecify.annotations.NullMarked;
