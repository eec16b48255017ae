package canon.cpp.cloudservice.testing.identity;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.testing.internal.identity.entra.EntraRegistration;
import java.security.cert.X509Certificate;

/**
 * An application that is registered at Microsoft, in all tenants. It is a public client until it
 * has a secret, a certificate or a federated credential; then it has to present one of them.
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
   * Returns its client id.
   *
   * @return a UUID that follows from its name
   */
  public String clientId() {
    return app.clientId();
  }

  /**
   * Returns the id of its service principal in a tenant, for tokens without a user (D34).
   *
   * @param tenant the tenant
   * @return the claims {@code oid} and {@code sub} of its tokens
   */
  public String principalId(EntraTenant tenant) {
    return app.principalId(tenant.id());
  }

  /**
   * Returns a scope of this application, if it is itself an API, such as the back end of a mobile
   * app.
   *
   * @param name such as {@code access}
   * @return the scope that other applications request
   */
  public String scope(String name) {
    return "api://" + app.clientId() + "/" + name;
  }

  /**
   * Registers a redirect address. With {@code http://localhost} any port matches.
   *
   * @param address an absolute address
   * @return this app
   */
  public EntraApp redirectTo(String address) {
    app.addRedirect(requireNonNull(address, "address"));
    return this;
  }

  /**
   * Sets a secret.
   *
   * @param secret any text
   * @return this app
   */
  public EntraApp secret(String secret) {
    app.addSecret(requireNonNull(secret, "secret"));
    return this;
  }

  /**
   * Registers a certificate. Its key signs client assertions (RS256 or PS256).
   *
   * @param certificate with an RSA key
   * @return this app
   */
  public EntraApp certificate(X509Certificate certificate) {
    app.addCertificate(requireNonNull(certificate, "certificate"));
    return this;
  }

  /**
   * Trusts tokens of another issuer as client assertions (workload identity). Their audience is
   * {@code api://AzureADTokenExchange}.
   *
   * @param issuer the issuer
   * @param subject the claim {@code sub}
   * @return this app
   */
  public EntraApp federate(WorkloadIssuer issuer, String subject) {
    app.addFederation(
        new EntraRegistration.Federation(issuer.issuer(), subject, issuer.publicKey()));
    return this;
  }

  /**
   * Assigns an application role at the API, for tokens without a user.
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
