package canon.cpp.cloudservice.errors;

/**
 * What kind of failure kept a token from being had; to switch on. Later versions may add kinds, so
 * have a default.
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
   * This way to a token does not exist here: it is not configured, or belongs to an environment
   * that this machine is not in. The only kind at which a chain of providers moves on.
   */
  UNAVAILABLE,
  /**
   * A person has to sign in, and none was allowed to be asked. {@link
   * AuthenticationException#reason()} says why if it is known, {@link
   * AuthenticationException#claims()} what has to be shown.
   */
  SIGN_IN_REQUIRED,
  /** The sign-in was given up by the person or the program. */
  CANCELLED,
  /** No token came in time. */
  TIMED_OUT,
  /** A code, such as one to be entered on another device, was not used in time. */
  CODE_EXPIRED,
  /** The organisation does not allow this way of signing in, or not from here. */
  BLOCKED_BY_POLICY,
  /** The person or the identity provider said no to this account or application. */
  DENIED,
  /** The service does not accept the token, and the provider has no other. */
  REJECTED,
  /**
   * The identity provider failed or could not be reached. It may pass; {@link
   * AuthenticationException#retryAfter()} says when if it is known.
   */
  TOKEN_ENDPOINT,
  /** A proxy answered, or rejected, in place of the identity provider. */
  PROXY,
  /** A token was over when it came: this machine's clock is wrong, or the provider's. */
  CLOCK_SKEW,
  /** None of these; the message says what happened. */
  OTHER
}
