package canon.cpp.cloudservice.bulk;

/** How an item of a bulk job ended. */
public enum ItemResult {
  /** The service applied the change. */
  DONE,
  /** The site was already as wanted, so nothing was changed. */
  ALREADY_SO,
  /** The service rejected the change; {@link BulkItem#code()} says why. */
  REJECTED,
  /**
   * The change may have been applied. Running the job again with the same journal repeats it under
   * the same idempotency key, so that it is applied at most once.
   */
  UNKNOWN,
  /** The item has several steps, and only the first ones were applied. */
  PARTLY,
  /** The member has changed since the job was planned, so nothing was changed. */
  DRIFTED,
  /** The job stopped before this item was sent. */
  NOT_TRIED;

  /**
   * Tells whether the site is as the item wants it.
   *
   * @return true for {@code DONE} and {@code ALREADY_SO}
   */
  public boolean isAsWanted() {
    return this == DONE || this == ALREADY_SO;
  }

  /**
   * Tells whether running the job again can change the result without anything else being changed
   * first.
   *
   * @return true for {@code UNKNOWN}, {@code PARTLY} and {@code NOT_TRIED}
   */
  public boolean isRetryable() {
    return this == UNKNOWN || this == PARTLY || this == NOT_TRIED;
  }
}
