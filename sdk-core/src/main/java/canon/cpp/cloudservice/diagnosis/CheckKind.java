package canon.cpp.cloudservice.diagnosis;

/**
 * What a {@link Check} covers, in the order in which a call passes it. Later versions may add
 * kinds, so have a default branch in a switch.
 */
public enum CheckKind {
  /** The host name of the service, or of its proxy, resolves to a network address. */
  NAME_RESOLUTION("name resolution"),
  /** A TCP connection can be opened: to the proxy if there is one, otherwise to the service. */
  CONNECTION("connection"),
  /** The proxy opens a tunnel to the service. */
  PROXY("proxy"),
  /** The TLS handshake succeeds, and the certificates are trusted and issued for the host. */
  TLS("TLS"),
  /** The service responds to a request without a token. */
  SERVICE("service"),
  /** This machine's clock agrees with the clock of the service. */
  CLOCK("clock"),
  /** The token provider obtains a token. */
  TOKEN("token"),
  /** The service accepts the token, knows the account, and reports its roles. */
  ACCOUNT("account");

  private final String words;

  CheckKind(String words) {
    this.words = words;
  }

  /** Returns the display name of the kind. */
  @Override
  public String toString() {
    return words;
  }
}
