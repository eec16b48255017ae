/** The state of the fake: sites, members and printers. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.store;

import org.jspecify.annotations.NullMarked;
