package canon.cpp.cloudservice.diagnosis;

/** How a {@link Check} ended. */
public enum CheckState {
  /** All is well. */
  OK("ok"),
  /** It works, or may work, but something should be done. */
  WARNING("WARNING"),
  /** This is broken. */
  FAILED("FAILED"),
  /** It was not looked at; the finding says why. */
  SKIPPED("skipped");

  private final String words;

  CheckState(String words) {
    this.words = words;
  }

  /** Shows the state as in the text of a {@link Diagnosis}: what needs attention in capitals. */
  @Override
  public String toString() {
    return words;
  }
}
