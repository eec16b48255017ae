/** A small Settings Editor: the pages of Configuration, Connectivity, Cloud service. */
@NullMarked
package canon.cpp.cloudservice.examples.settingseditor;

import org.jspecify.annotations.NullMarked;
