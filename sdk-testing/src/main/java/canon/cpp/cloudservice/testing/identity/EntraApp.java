package canon.cpp.cloudservice.testing.identity;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.testing.internal.identity.entra.EntraRegistration;
import java.security.cert.X509Certificate;

/**
 * A program that is registered at Microsoft, in all tenants. It is a public client until it is
 * given a secret, a certificate or a federation; then it has to show one of them.
 *
 * <pre>{@code
 * EntraApp editor = entra.app("settings-editor").redirectTo("https://printer.contoso.com/callback");
 * EntraApp tool = entra.app("partner-tool").secret("not-a-real-secret").role("Members.Administer");
 * }</pre>
 */
public final class EntraApp {
  private final EntraRegistration app;

  EntraApp(EntraRegistration app) {
    this.app = app;
  }

  /**
   * Its client id.
   *
   * @return a UUID that follows from its name
   */
  public String clientId() {
    return app.clientId();
  }

  /**
   * What it is called in a tenant when it acts for itself (D34).
   *
   * @param tenant which
   * @return the claims {@code oid} and {@code sub} of its tokens
   */
  public String principalId(EntraTenant tenant) {
    return app.principalId(tenant.id());
  }

  /**
   * A scope of this program, if it is an API itself, as the back end of a mobile app is.
   *
   * @param name such as {@code access}
   * @return the scope that other programs ask for
   */
  public String scope(String name) {
    return "api://" + app.clientId() + "/" + name;
  }

  /**
   * Registers a redirect address. With {@code http://localhost} any port will do.
   *
   * @param address an absolute address
   * @return this app
   */
  public EntraApp redirectTo(String address) {
    app.addRedirect(requireNonNull(address, "address"));
    return this;
  }

  /**
   * Gives it a secret.
   *
   * @param secret any text
   * @return this app
   */
  public EntraApp secret(String secret) {
    app.addSecret(requireNonNull(secret, "secret"));
    return this;
  }

  /**
   * Registers a certificate, with whose key it may sign assertions (RS256 or PS256).
   *
   * @param certificate with an RSA key
   * @return this app
   */
  public EntraApp certificate(X509Certificate certificate) {
    app.addCertificate(requireNonNull(certificate, "certificate"));
    return this;
  }

  /**
   * Trusts another issuer to speak for it (workload identity). The audience of such tokens is
   * {@code api://AzureADTokenExchange}.
   *
   * @param issuer who signs them
   * @param subject whom they are about
   * @return this app
   */
  public EntraApp federate(WorkloadIssuer issuer, String subject) {
    app.addFederation(
        new EntraRegistration.Federation(issuer.issuer(), subject, issuer.publicKey()));
    return this;
  }

  /**
   * Gives it an application role at the API, for tokens without a user.
   *
   * @param role any text; the tokens list it
   * @return this app
   */
  public EntraApp role(String role) {
    app.addRole(requireNonNull(role, "role"));
    return this;
  }

  EntraRegistration app() {
    return app;
  }

  @Override
  public String toString() {
    return "EntraApp[" + app.clientId() + "]";
  }
}
