/** Runs the Settings Editor against the fake service; not part of a product. */
@NullMarked
package canon.cpp.cloudservice.examples.settingseditor.demo;

import org.jspecify.annotations.NullMarked;
