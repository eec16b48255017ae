package canon.cpp.cloudservice.printers;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.internal.values.OpenSet;

/**
 * What registering a printer did (D21, D22). An open set.
 *
 * @param id the id on the wire
 */
public record RegistrationResult(String id) {
  /** The printer was registered at no site and now is. */
  public static final RegistrationResult REGISTERED = new RegistrationResult("registered");

  /** It was registered at this site and has a new display name. */
  public static final RegistrationResult RENAMED = new RegistrationResult("renamed");

  /** It was registered at this site under this display name. */
  public static final RegistrationResult UNCHANGED = new RegistrationResult("unchanged");

  /** It was registered at another site and has moved here. */
  public static final RegistrationResult TRANSFERRED = new RegistrationResult("transferred");

  private static final OpenSet<RegistrationResult> KNOWN =
      new OpenSet<>(
          RegistrationResult::id,
          RegistrationResult::new,
          REGISTERED,
          RENAMED,
          UNCHANGED,
          TRANSFERRED);

  /**
   * Creates the value.
   *
   * @param id the id on the wire
   * @throws NullPointerException if something is missing that may not be null
   */
  public RegistrationResult {
    requireNonNull(id, "id");
  }

  /**
   * The value with an id.
   *
   * @param id the id on the wire
   * @return the constant if this version knows the id, otherwise a value that keeps it
   */
  public static RegistrationResult of(String id) {
    return KNOWN.valueOf(requireNonNull(id, "id"));
  }

  /**
   * Whether this version of the library knows the value.
   *
   * @return false for a value that the service has learnt since
   */
  public boolean isKnown() {
    return KNOWN.contains(id);
  }

  /** Shows the id. */
  @Override
  public String toString() {
    return id;
  }
}
