package canon.cpp.cloudservice.diagnosis;

/**
 * What a {@link Check} looks at, in the order of a call on its way. Later versions may add kinds,
 * so have a default where you switch.
 */
public enum CheckKind {
  /** The name of the service, or of the proxy before it, leads to a network address. */
  NAME_RESOLUTION("name resolution"),
  /** A TCP connection can be made: to the proxy if there is one, to the service otherwise. */
  CONNECTION("connection"),
  /** The proxy opens a tunnel to the service. */
  PROXY("proxy"),
  /** TLS is agreed on, and the certificates are trusted and right for the host. */
  TLS("TLS"),
  /** It is the service that answers, to a request without a token. */
  SERVICE("service"),
  /** This machine's clock agrees with the clock of who answers. */
  CLOCK("clock"),
  /** The token provider gives a token. */
  TOKEN("token"),
  /** The service takes the token, knows the account, and says what it may do. */
  ACCOUNT("account");

  private final String words;

  CheckKind(String words) {
    this.words = words;
  }

  /** Shows the kind in words for people. */
  @Override
  public String toString() {
    return words;
  }
}
