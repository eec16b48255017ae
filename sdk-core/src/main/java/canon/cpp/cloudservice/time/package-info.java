/** Time as an input, so that nothing that waits needs a test that sleeps. */
@NullMarked
package canon.cpp.cloudservice.time;

import org.jspecify.annotations.NullMarked;
