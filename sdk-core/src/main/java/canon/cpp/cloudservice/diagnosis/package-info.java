/** What is right and wrong on the way to the service, and what to do about it. */
@NullMarked
package canon.cpp.cloudservice.diagnosis;

import org.jspecify.annotations.NullMarked;
