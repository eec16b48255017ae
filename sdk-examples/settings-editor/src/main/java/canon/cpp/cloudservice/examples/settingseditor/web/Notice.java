package canon.cpp.cloudservice.examples.settingseditor.web;

/**
 * A sentence above a page about what was done last.
 *
 * @param isProblem whether it failed
 * @param text the sentence, in the language of the user
 */
public record Notice(boolean isProblem, String text) {}
