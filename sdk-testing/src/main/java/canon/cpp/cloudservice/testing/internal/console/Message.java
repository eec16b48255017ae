package canon.cpp.cloudservice.testing.internal.console;

/**
 * What came of what somebody asked for.
 *
 * @param place the id of the section in which it is shown
 * @param fine whether it was done
 * @param detail what to do; empty if there is nothing to say
 */
record Message(String place, boolean fine, String title, String detail) {
  static Message done(String place, String title) {
    return new Message(place, true, title, "");
  }

  static Message refused(String place, String title, String detail) {
    return new Message(place, false, title, detail);
  }
}
