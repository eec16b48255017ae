package canon.cpp.cloudservice.testing.identity;

/** The endpoint of a fake identity provider. */
public enum IdentityEndpoint {
  /** The metadata of the provider: OpenID discovery, and Microsoft's instance discovery. */
  DISCOVERY,
  /** The public keys. */
  KEYS,
  /** The authorization endpoint. */
  AUTHORIZE,
  /** The form of the login page. */
  LOGIN,
  /** The device authorization endpoint. */
  DEVICE_CODE,
  /** The page on which a user enters a device code. */
  DEVICE_LOGIN,
  /** The token endpoint. */
  TOKEN,
  /** Google: the revocation endpoint. */
  REVOKE,
  /** Google: impersonation of a service account. */
  IMPERSONATION,
  /** Google: exchange of tokens of another issuer. */
  TOKEN_EXCHANGE,
  /** Google: the metadata server of a virtual machine. */
  METADATA,
  /** Microsoft: the managed identity of a host in the cloud. */
  MANAGED_IDENTITY,
  /** Any other path; the fake responds with 404. */
  OTHER
}
