/** Registering this printer, and whether applications offer it. */
@NullMarked
package canon.cpp.cloudservice.examples.settingseditor.printer;

import org.jspecify.annotations.NullMarked;
