/** The endpoints of the fake of Microsoft Entra ID. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.identity.entra;

import org.jspecify.annotations.NullMarked;
