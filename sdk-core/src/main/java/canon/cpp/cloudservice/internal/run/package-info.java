/** Executes operations: deadline, retry, authorize, send, read. */
@NullMarked
package canon.cpp.cloudservice.internal.run;

import org.jspecify.annotations.NullMarked;
