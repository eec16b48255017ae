package canon.cpp.cloudservice.session;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.internal.values.OpenSet;

/**
 * Who vouches for an account (D5, D30). An open set.
 *
 * @param id the id on the wire
 */
public record IdentityProvider(String id) {
  /** A Microsoft account, personal or of an organisation. */
  public static final IdentityProvider MICROSOFT = new IdentityProvider("microsoft");

  /** A Google account. */
  public static final IdentityProvider GOOGLE = new IdentityProvider("google");

  private static final OpenSet<IdentityProvider> KNOWN =
      new OpenSet<>(IdentityProvider::id, IdentityProvider::new, MICROSOFT, GOOGLE);

  /**
   * Creates the value.
   *
   * @param id the id on the wire
   * @throws NullPointerException if something is missing that may not be null
   */
  public IdentityProvider {
    requireNonNull(id, "id");
  }

  /**
   * The value with an id.
   *
   * @param id the id on the wire
   * @return the constant if this version knows the id, otherwise a value that keeps it
   */
  public static IdentityProvider of(String id) {
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
