/** What all pages have in common: rendering, texts, notices, protection against forged requests. */
@NullMarked
package canon.cpp.cloudservice.examples.settingseditor.web;

import org.jspecify.annotations.NullMarked;
