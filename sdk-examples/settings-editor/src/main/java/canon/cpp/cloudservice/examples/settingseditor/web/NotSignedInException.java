package canon.cpp.cloudservice.examples.settingseditor.web;

/** The page needs an administrator, and none is signed in in this HTTP session. */
final class NotSignedInException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotSignedInException() {
    super("No administrator is signed in in this HTTP session.");
  }
}
