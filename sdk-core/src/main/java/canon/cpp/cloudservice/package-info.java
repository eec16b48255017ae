/**
 * The client of the PRISMAsync cloud service and what every call has in common. Start with {@link
 * canon.cpp.cloudservice.CloudServiceClient}.
 */
@NullMarked
package canon.cpp.cloudservice;

import org.jspecify.annotations.NullMarked;
