package canon.cpp.cloudservice.testing.identity;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.testing.internal.identity.google.GoogleRegistration;

/**
 * A program that is registered at Google, so that people can sign in with it.
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
   * Its client id, which is the audience of people's ID tokens.
   *
   * @return a name that ends in {@code .apps.googleusercontent.com} and follows from its name
   */
  public String clientId() {
    return program.clientId();
  }

  /**
   * Registers a redirect address. With {@code http://localhost} any port will do.
   *
   * @param address an absolute address
   * @return this client
   */
  public GoogleClient redirectTo(String address) {
    program.addRedirect(requireNonNull(address, "address"));
    return this;
  }

  /**
   * Gives it a secret, which it has to show from then on.
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
