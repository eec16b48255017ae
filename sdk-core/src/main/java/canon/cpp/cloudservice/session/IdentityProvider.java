package canon.cpp.cloudservice.session;

import canon.cpp.cloudservice.OpenValue;
import canon.cpp.cloudservice.internal.values.OpenSet;

/** The identity provider of an account (D5, D30). The set is open. */
public final class IdentityProvider extends OpenValue {
  /** A Microsoft account, personal or of an organisation. */
  public static final IdentityProvider MICROSOFT = new IdentityProvider("microsoft", true);

  /** A Google account. */
  public static final IdentityProvider GOOGLE = new IdentityProvider("google", true);

  private static final OpenSet<IdentityProvider> KNOWN = new OpenSet<>(MICROSOFT, GOOGLE);

  private IdentityProvider(String id, boolean known) {
    super(id, known);
  }

  /**
   * Returns the value with this id.
   *
   * @param id the id on the wire
   * @return the constant if this version knows the id, otherwise a value that keeps it
   */
  public static IdentityProvider of(String id) {
    IdentityProvider constant = KNOWN.find(id);
    return constant == null ? new IdentityProvider(id, false) : constant;
  }
}
