/** Executing an operation: deadline, retry, authorize, send, decode. */
@NullMarked
package canon.cpp.cloudservice.internal.run;

import org.jspecify.annotations.NullMarked;
