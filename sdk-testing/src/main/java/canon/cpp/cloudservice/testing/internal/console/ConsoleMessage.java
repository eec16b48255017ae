package canon.cpp.cloudservice.testing.internal.console;

import java.util.Map;

/**
 * The result of a form, as text for the user.
 *
 * @param place the id of the section in which it is shown
 * @param fine whether it was done
 * @param detail what to do; empty if there is nothing to say
 * @param action the rejected form; empty if it was done
 * @param entered the fields of the rejected form, which are shown again
 */
record ConsoleMessage(
    String place,
    boolean fine,
    String title,
    String detail,
    String action,
    Map<String, String> entered) {
  static ConsoleMessage done(String place, String title) {
    return new ConsoleMessage(place, true, title, "", "", Map.of());
  }

  static ConsoleMessage rejected(String place, String title, String detail) {
    return new ConsoleMessage(place, false, title, detail, "", Map.of());
  }

  /** Returns the message with the fields of the form if it was rejected. */
  ConsoleMessage keeping(String form, Map<String, String> fields) {
    return fine ? this : new ConsoleMessage(place, false, title, detail, form, fields);
  }
}
