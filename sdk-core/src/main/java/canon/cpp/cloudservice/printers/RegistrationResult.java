package canon.cpp.cloudservice.printers;

import canon.cpp.cloudservice.OpenValue;
import canon.cpp.cloudservice.internal.values.OpenSet;

/** What registering a printer did (D21, D22). The set is open. */
public final class RegistrationResult extends OpenValue {
  /** The printer was registered at no site and is registered now. */
  public static final RegistrationResult REGISTERED = new RegistrationResult("registered", true);

  /** The printer was registered at this site and has a new display name. */
  public static final RegistrationResult RENAMED = new RegistrationResult("renamed", true);

  /** The printer was registered at this site under this display name. */
  public static final RegistrationResult UNCHANGED = new RegistrationResult("unchanged", true);

  /** The printer was registered at another site and was transferred. */
  public static final RegistrationResult TRANSFERRED = new RegistrationResult("transferred", true);

  private static final OpenSet<RegistrationResult> KNOWN =
      new OpenSet<>(REGISTERED, RENAMED, UNCHANGED, TRANSFERRED);

  private RegistrationResult(String id, boolean known) {
    super(id, known);
  }

  /**
   * Returns the value with this id.
   *
   * @param id the id on the wire
   * @return the constant if this version knows the id, otherwise a value that keeps it
   */
  public static RegistrationResult of(String id) {
    RegistrationResult constant = KNOWN.find(id);
    return constant == null ? new RegistrationResult(id, false) : constant;
  }
}
