package canon.cpp.cloudservice.testing.internal.identity.google;

import canon.cpp.cloudservice.testing.internal.identity.http.Parameters;

/**
 * Finds out which program asks. Programs on devices have secrets too, though they keep them badly.
 */
final class GoogleClientAuthentication {
  private final GoogleDirectory directory;

  GoogleClientAuthentication(GoogleDirectory directory) {
    this.directory = directory;
  }

  /** The program, without its secret. */
  GoogleRegistration named(Parameters form) {
    String clientId =
        form.find("client_id").orElseThrow(() -> OAuthErrorException.missing("client_id"));
    return directory
        .findProgram(clientId)
        .orElseThrow(
            () ->
                new OAuthErrorException(401, "invalid_client", "The OAuth client was not found."));
  }

  /** The program, if it knows its secret. */
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
