@NullMarked
package canon.cpp.cloudservice.bulk.internal.plan;

import org.jspecify.annotations.NullMarked;
