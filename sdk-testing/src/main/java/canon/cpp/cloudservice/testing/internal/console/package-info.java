/** The web page that shows the state of the fake and acts as its administrators. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.console;

import org.jspecify.annotations.NullMarked;
