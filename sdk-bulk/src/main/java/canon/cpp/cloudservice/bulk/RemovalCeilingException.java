package canon.cpp.cloudservice.bulk;

/** A job would remove more than its ceiling allows. Nothing was removed. */
public final class RemovalCeilingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long removals;
  private final long allowed;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do
   * @param removals how many would be removed
   * @param allowed how many the ceiling allows
   */
  public RemovalCeilingException(String message, long removals, long allowed) {
    super(message);
    this.removals = removals;
    this.allowed = allowed;
  }

  /**
   * Returns how many members or printers the job would remove.
   *
   * @return the number
   */
  public long removals() {
    return removals;
  }

  /**
   * Returns how many the ceiling allows.
   *
   * @return the number, zero or more
   */
  public long allowed() {
    return allowed;
  }
}
