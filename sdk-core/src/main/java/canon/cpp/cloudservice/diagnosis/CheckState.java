package canon.cpp.cloudservice.diagnosis;

/** The state of a {@link Check}. */
public enum CheckState {
  /** No problem was found. */
  OK("ok"),
  /** It works, or may work, but something should be changed. */
  WARNING("WARNING"),
  /** It is broken. */
  FAILED("FAILED"),
  /** It was not checked; the finding says why. */
  SKIPPED("skipped");

  private final String words;

  CheckState(String words) {
    this.words = words;
  }

  /**
   * Returns the state as it appears in the text of a {@link Diagnosis}: states that need attention
   * are in capitals.
   */
  @Override
  public String toString() {
    return words;
  }
}
