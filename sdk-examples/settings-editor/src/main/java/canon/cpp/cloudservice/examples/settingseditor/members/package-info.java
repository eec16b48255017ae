/** Users and administrators of the site. */
@NullMarked
package canon.cpp.cloudservice.examples.settingseditor.members;

import org.jspecify.annotations.NullMarked;
