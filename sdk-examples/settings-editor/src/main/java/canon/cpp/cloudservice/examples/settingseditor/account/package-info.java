/** Signing in and logging out, for each HTTP session. */
@NullMarked
package canon.cpp.cloudservice.examples.settingseditor.account;

import org.jspecify.annotations.NullMarked;
