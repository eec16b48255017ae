package canon.cpp.cloudservice.errors;

/**
 * Why no access token could be obtained, for use in a switch. Later versions may add kinds, so have
 * a default branch.
 *
 * <pre>{@code
 * } catch (AuthenticationException e) {
 *   switch (e.kind()) {
 *     case SIGN_IN_REQUIRED, CODE_EXPIRED -> showSignInPage(e.claims());
 *     case BLOCKED_BY_POLICY -> offerAnotherWay();
 *     default -> show(e.getMessage());
 *   }
 * }
 * }</pre>
 */
public enum AuthenticationErrorKind {
  /**
   * This token source does not exist here: it is not configured, or belongs to another environment.
   * Only with this kind does a chain of providers try the next one.
   */
  UNAVAILABLE,
  /**
   * A user has to sign in, and the request did not allow interaction. {@link
   * AuthenticationException#reason()} says why, if known. {@link AuthenticationException#claims()}
   * has the claims that the sign-in must satisfy.
   */
  SIGN_IN_REQUIRED,
  /** The user or the program cancelled the sign-in. */
  CANCELLED,
  /** No token was received in time. */
  TIMED_OUT,
  /** A device code was not used in time. */
  CODE_EXPIRED,
  /** The organisation does not allow this kind of sign-in, or not from here. */
  BLOCKED_BY_POLICY,
  /** The user or the identity provider denied this account or application. */
  DENIED,
  /** The service does not accept the token, and the provider has no other. */
  REJECTED,
  /**
   * The identity provider failed or could not be reached. It may work later; {@link
   * AuthenticationException#retryAfter()} says when, if known.
   */
  TOKEN_ENDPOINT,
  /** A proxy responded in place of the identity provider. */
  PROXY,
  /**
   * A token had already expired on receipt: the clock of this machine or of the provider is wrong.
   */
  CLOCK_SKEW,
  /** Any other failure; the message says what happened. */
  OTHER
}
