package canon.cpp.cloudservice;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * A value of a set to which the service may add, such as {@link Application}. The set has constants
 * for the values that this version of the library knows. A value that the service has added since
 * keeps its id and is not {@linkplain #isKnown() known}. Handle such values in a default branch.
 *
 * <pre>{@code
 * if (state.equals(ListState.ACTIVE)) …
 * else if (!state.isKnown()) log.info("The service has a state that this version does not know: {}", state);
 * }</pre>
 *
 * <p>Two values are equal if they are of the same type and have the same id. Only this library
 * extends the class.
 */
public abstract class OpenValue implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String id;
  private final boolean known;

  /**
   * Creates the value, for this library.
   *
   * @param id the id on the wire
   * @param known whether there is a constant for it
   */
  protected OpenValue(String id, boolean known) {
    this.id = requireNonNull(id, "id");
    this.known = known;
  }

  /**
   * Returns the id on the wire.
   *
   * @return the id, which never changes
   */
  public final String id() {
    return id;
  }

  /**
   * Returns whether this version of the library has a constant for the value.
   *
   * @return false for a value that the service has added since
   */
  public final boolean isKnown() {
    return known;
  }

  /** Returns whether the other value has the same type and id. */
  @Override
  @SuppressWarnings("EqualsGetClass") // Values of different types are never equal.
  public final boolean equals(Object other) {
    return this == other
        || (other != null && getClass() == other.getClass() && id.equals(((OpenValue) other).id));
  }

  @Override
  public final int hashCode() {
    return id.hashCode();
  }

  /** Returns the id. */
  @Override
  public final String toString() {
    return id;
  }
}
