package canon.cpp.cloudservice.examples.settingseditor.printer;

/**
 * What the service wants the administrator to be asked before it registers the printer.
 *
 * @param displayName the name that was entered
 * @param founds whether a new site is founded (D4)
 * @param transfers whether the printer is taken from another site (D21)
 */
public record RegistrationQuestion(String displayName, boolean founds, boolean transfers) {
  static final String ATTRIBUTE = RegistrationQuestion.class.getName();
}
