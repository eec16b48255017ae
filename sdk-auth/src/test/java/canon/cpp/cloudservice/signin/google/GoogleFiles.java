package canon.cpp.cloudservice.signin.google;

import canon.cpp.cloudservice.testing.identity.GoogleServiceAccount;

/** Credential files in the formats of Google. */
public final class GoogleFiles {
  private GoogleFiles() {}

  /**
   * A configuration of workload identity federation.
   *
   * @param audience the provider of the pool
   * @param target the service account to act as
   * @param source the source of the workload's own token, as JSON
   */
  public static String workload(String audience, GoogleServiceAccount target, String source) {
    return """
    {
      "type": "external_account",
      "universe_domain": "googleapis.com",
      "audience": "%s",
      "subject_token_type": "urn:ietf:params:oauth:token-type:jwt",
      "token_url": "https://sts.googleapis.com/v1/token",
      "service_account_impersonation_url": "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/%s:generateAccessToken",
      "credential_source": %s
    }
    """
        .formatted(audience, target.email(), source);
  }
}
