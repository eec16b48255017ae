/** Programs that show the SDK at work. */
@NullMarked
package canon.cpp.cloudservice.examples;

import org.jspecify.annotations.NullMarked;
