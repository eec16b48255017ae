/** Annotations that let static checkers find calls which were described but never executed. */
@NullMarked
package canon.cpp.cloudservice.annotation;

import org.jspecify.annotations.NullMarked;
