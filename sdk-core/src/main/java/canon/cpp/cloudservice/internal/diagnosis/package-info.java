/** The steps of a diagnosis, their order and their messages. */
@NullMarked
package canon.cpp.cloudservice.internal.diagnosis;

import org.jspecify.annotations.NullMarked;
