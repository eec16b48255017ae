package canon.cpp.cloudservice.testing.identity;

/** What a request to a fake identity provider was for. */
public enum IdentityEndpoint {
  /** What the provider says about itself: OpenID discovery, and Microsoft's instance discovery. */
  DISCOVERY,
  /** The public keys. */
  KEYS,
  /** Where a browser comes to sign in. */
  AUTHORIZE,
  /** The form of the login page. */
  LOGIN,
  /** Where a device gets its code. */
  DEVICE_CODE,
  /** The page on which somebody types the code of a device. */
  DEVICE_LOGIN,
  /** Where tokens are given out. */
  TOKEN,
  /** Google: where tokens are taken back. */
  REVOKE,
  /** Google: where one service account speaks for another. */
  IMPERSONATION,
  /** Google: where tokens of another issuer are exchanged. */
  TOKEN_EXCHANGE,
  /** Google: the metadata server of a virtual machine. */
  METADATA,
  /** Microsoft: the managed identity of a host in the cloud. */
  MANAGED_IDENTITY,
  /** Anything else; the fake answers 404. */
  OTHER
}
