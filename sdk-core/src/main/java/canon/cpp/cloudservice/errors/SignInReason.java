package canon.cpp.cloudservice.errors;

/**
 * Why a user has to sign in ({@link AuthenticationErrorKind#SIGN_IN_REQUIRED}). Later versions may
 * add reasons, so have a default branch.
 */
public enum SignInReason {
  /** No user has signed in yet. */
  FIRST_SIGN_IN,
  /** The account, or its administrator, has not consented to the application. */
  CONSENT,
  /** The identity provider requires further proof, such as a second factor. */
  MULTI_FACTOR,
  /** The account's password has expired. */
  PASSWORD_EXPIRED,
  /** The sign-in has expired or was revoked. */
  SIGN_IN_ENDED
}
