package canon.cpp.cloudservice.signin.internal.google;

import com.google.api.client.http.HttpTransport;
import com.google.auth.http.HttpTransportFactory;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import java.io.IOException;
import java.util.List;

/** The key of a service account. The token address in its file is ignored. */
final class ServiceAccountKey implements WorkloadCredentials {
  private final ServiceAccountCredentials template;

  private ServiceAccountKey(ServiceAccountCredentials template) {
    this.template = template;
  }

  /**
   * Reads a key file.
   *
   * @throws IllegalArgumentException if it is not one
   */
  static ServiceAccountKey read(byte[] json, GoogleAddresses addresses) {
    CredentialFile file = CredentialFile.read(json, "service_account");
    try {
      return new ServiceAccountKey(
          ServiceAccountCredentials.fromPkcs8(
              file.text("client_id"),
              file.text("client_email"),
              file.text("private_key"),
              file.text("private_key_id"),
              List.of(),
              ServiceAccountKey::noTransport,
              addresses.token()));
    } catch (IOException e) {
      // Its cause may quote the key.
      throw new IllegalArgumentException("The field private_key of the file is not a PKCS#8 key");
    }
  }

  @Override
  public GoogleCredentials credentials(HttpTransportFactory transport) {
    return template.toBuilder()
        .setHttpTransportFactory(transport)
        .setDefaultRetriesEnabled(false)
        .build();
  }

  private static HttpTransport noTransport() {
    throw new IllegalStateException("The template fetches no tokens");
  }

  /** Shows nothing. */
  @Override
  public String toString() {
    return "ServiceAccountKey";
  }
}
