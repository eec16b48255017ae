package canon.cpp.cloudservice.testing.internal.identity.google;

import canon.cpp.cloudservice.testing.internal.wire.Parameters;

/**
 * Authenticates the client. Clients on devices have secrets too, although they cannot keep them.
 */
final class GoogleClientAuthentication {
  private final GoogleDirectory directory;

  GoogleClientAuthentication(GoogleDirectory directory) {
    this.directory = directory;
  }

  /** Returns the client, without checking its secret. */
  GoogleRegistration named(Parameters form) {
    String clientId =
        form.find("client_id").orElseThrow(() -> OAuthErrorException.missing("client_id"));
    return directory
        .findProgram(clientId)
        .orElseThrow(
            () ->
                new OAuthErrorException(401, "invalid_client", "The OAuth client was not found."));
  }

  /** Returns the client, if its secret is right. */
  GoogleRegistration authenticated(Parameters form) {
    GoogleRegistration program = named(form);
    String secret = form.get("client_secret");
    if (program.hasSecrets() && secret.isEmpty()) {
      throw OAuthErrorException.invalidRequest("client_secret is missing.");
    }
    if (program.hasSecrets() && !program.hasSecret(secret)) {
      throw new OAuthErrorException(401, "invalid_client", "Unauthorized");
    }
    return program;
  }
}
