package canon.cpp.cloudservice.testing.internal.console;

/**
 * The result of a form, as text for the user.
 *
 * @param place the id of the section in which it is shown
 * @param fine whether it was done
 * @param detail what to do; empty if there is nothing to say
 */
record ConsoleMessage(String place, boolean fine, String title, String detail) {
  static ConsoleMessage done(String place, String title) {
    return new ConsoleMessage(place, true, title, "");
  }

  static ConsoleMessage rejected(String place, String title, String detail) {
    return new ConsoleMessage(place, false, title, detail);
  }
}
