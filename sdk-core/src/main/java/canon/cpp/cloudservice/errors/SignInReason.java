package canon.cpp.cloudservice.errors;

/**
 * Why a person has to sign in ({@link AuthenticationErrorKind#SIGN_IN_REQUIRED}). Later versions
 * may add reasons, so have a default.
 */
public enum SignInReason {
  /** Nobody has signed in yet. */
  FIRST_SIGN_IN,
  /** The account, or its administrator, has not consented to the application. */
  CONSENT,
  /** The identity provider demands another proof, such as a second factor. */
  MULTI_FACTOR,
  /** The account's password has expired. */
  PASSWORD_EXPIRED,
  /** The sign-in has ended: it is too old, or was revoked. */
  SIGN_IN_ENDED
}
