package canon.cpp.cloudservice.testing.identity;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.testing.internal.identity.google.GoogleRegistration;

/**
 * A client that is registered at Google, so that users can sign in to it.
 *
 * <pre>{@code
 * GoogleClient editor =
 *     google.client("settings-editor").redirectTo("http://localhost").secret("not-a-real-secret");
 * }</pre>
 */
public final class GoogleClient {
  private final GoogleRegistration program;

  GoogleClient(GoogleRegistration program) {
    this.program = program;
  }

  /**
   * Returns its client id, which is the audience of the users' ID tokens.
   *
   * @return a name that ends in {@code .apps.googleusercontent.com} and follows from its name
   */
  public String clientId() {
    return program.clientId();
  }

  /**
   * Registers a redirect address. With {@code http://localhost} any port matches.
   *
   * @param address an absolute address
   * @return this client
   */
  public GoogleClient redirectTo(String address) {
    program.addRedirect(requireNonNull(address, "address"));
    return this;
  }

  /**
   * Sets a secret, which the client has to present from now on.
   *
   * @param secret any text
   * @return this client
   */
  public GoogleClient secret(String secret) {
    program.addSecret(requireNonNull(secret, "secret"));
    return this;
  }

  @Override
  public String toString() {
    return "GoogleClient[" + program.clientId() + "]";
  }
}
