package canon.cpp.cloudservice.testing.internal.identity.google;

import canon.cpp.cloudservice.testing.internal.identity.http.Parameters;

/**
 * Finds out which program asks. Programs on devices have secrets too, though they keep them badly.
 */
final class Programs {
  private final GoogleDirectory directory;

  Programs(GoogleDirectory directory) {
    this.directory = directory;
  }

  /** The program, without its secret. */
  Program named(Parameters form) {
    String clientId = form.find("client_id").orElseThrow(() -> GoogleRefusal.missing("client_id"));
    return directory
        .findProgram(clientId)
        .orElseThrow(
            () -> new GoogleRefusal(401, "invalid_client", "The OAuth client was not found."));
  }

  /** The program, if it knows its secret. */
  Program authenticated(Parameters form) {
    Program program = named(form);
    String secret = form.get("client_secret");
    if (program.hasSecrets() && secret.isEmpty()) {
      throw GoogleRefusal.invalidRequest("client_secret is missing.");
    }
    if (program.hasSecrets() && !program.hasSecret(secret)) {
      throw new GoogleRefusal(401, "invalid_client", "Unauthorized");
    }
    return program;
  }
}
