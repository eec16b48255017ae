/** Printers: proofs, licences and registration. */
@NullMarked
package canon.cpp.cloudservice.testing.internal.printers;

import org.jspecify.annotations.NullMarked;
