package canon.cpp.cloudservice.signin.internal.google;

import com.google.auth.http.HttpTransportFactory;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.IdentityPoolCredentials;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The configuration of workload identity federation. The file may come from anywhere, so it does
 * not decide where tokens are sent: only to Google's hosts for them.
 */
final class WorkloadConfig implements WorkloadCredentials {
  private static final String EXCHANGE = "https://sts.googleapis.com/v1/token";
  private static final Pattern IMPERSONATION =
      Pattern.compile(
          "https://iamcredentials\\.googleapis\\.com/v1/projects/-/serviceAccounts/"
              + "([A-Za-z0-9._-]+@[A-Za-z0-9.-]+):generateAccessToken");

  private final String audience;
  private final String tokenType;
  private final WorkloadTokenSource source;
  private final String serviceAccount;

  private WorkloadConfig(
      String audience, String tokenType, WorkloadTokenSource source, String serviceAccount) {
    this.audience = audience;
    this.tokenType = tokenType;
    this.source = source;
    this.serviceAccount = serviceAccount;
  }

  /**
   * Reads a configuration.
   *
   * @throws IllegalArgumentException if it is not one, or not supported
   */
  static WorkloadConfig read(byte[] json) {
    CredentialFile file = CredentialFile.read(json, "external_account");
    if (!file.text("token_url").equals(EXCHANGE)) {
      throw new IllegalArgumentException("The field token_url of the file is not " + EXCHANGE);
    }
    return new WorkloadConfig(
        file.text("audience"),
        file.text("subject_token_type"),
        WorkloadTokenSource.read(file.object("credential_source")),
        serviceAccount(file));
  }

  private static String serviceAccount(CredentialFile file) {
    String url =
        file.optional("service_account_impersonation_url")
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The file names no service account to impersonate"
                            + " (service_account_impersonation_url), and only service accounts have the ID"
                            + " tokens that the service needs"));
    Matcher matcher = IMPERSONATION.matcher(url);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "The field service_account_impersonation_url of the file is not"
              + " https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/…"
              + ":generateAccessToken");
    }
    return matcher.group(1);
  }

  /** Returns the service account to impersonate. */
  String serviceAccount() {
    return serviceAccount;
  }

  /** Returns the server next to this machine that has the workload's own token, if there is one. */
  Optional<URI> near() {
    return source.near();
  }

  @Override
  public GoogleCredentials credentials(HttpTransportFactory transport) {
    return IdentityPoolCredentials.newBuilder()
        .setHttpTransportFactory(transport)
        .setAudience(audience)
        .setSubjectTokenType(tokenType)
        .setTokenUrl(EXCHANGE)
        .setCredentialSource(source.forLibrary())
        .build();
  }

  /** Shows nothing. */
  @Override
  public String toString() {
    return "WorkloadConfig";
  }
}
