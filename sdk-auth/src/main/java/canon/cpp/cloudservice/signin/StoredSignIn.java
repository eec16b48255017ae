package canon.cpp.cloudservice.signin;

import static java.util.Objects.requireNonNull;

/**
 * A sign-in as a {@link VersionedTokenStore} holds it, with its version. Immutable; {@link
 * #toString} shows neither.
 */
public final class StoredSignIn {
  private final byte[] signIn;
  private final String version;

  private StoredSignIn(byte[] signIn, String version) {
    this.signIn = signIn;
    this.version = version;
  }

  /**
   * Creates the value.
   *
   * @param signIn what was saved; copied
   * @param version the version; each save makes another one
   * @return the value
   */
  public static StoredSignIn of(byte[] signIn, String version) {
    return new StoredSignIn(
        requireNonNull(signIn, "signIn").clone(), requireNonNull(version, "version"));
  }

  /**
   * Returns what was saved.
   *
   * @return a copy
   */
  public byte[] signIn() {
    return signIn.clone();
  }

  /**
   * Returns the version.
   *
   * @return a text that only the store interprets
   */
  public String version() {
    return version;
  }

  /** Shows nothing of the sign-in. */
  @Override
  public String toString() {
    return "StoredSignIn[hidden]";
  }
}
