package canon.cpp.cloudservice.bulk.plan;

/** What an item of a plan does with its member. */
public enum PlanAction {
  /** The member joins lists, or gets the role of an administrator. */
  ADD,
  /** The member first joins lists, and then leaves others. */
  ADD_THEN_REMOVE,
  /** The member leaves lists, or loses the role of an administrator. */
  REMOVE;

  /**
   * Tells whether the member gets something.
   *
   * @return true for {@code ADD} and {@code ADD_THEN_REMOVE}
   */
  public boolean adds() {
    return this != REMOVE;
  }

  /**
   * Tells whether the member loses something that it had before the plan.
   *
   * @return true for {@code REMOVE} and {@code ADD_THEN_REMOVE}
   */
  public boolean removes() {
    return this != ADD;
  }
}
