package canon.cpp.cloudservice.testing.internal.identity.entra;

import canon.cpp.cloudservice.testing.internal.identity.LastingKeys;
import canon.cpp.cloudservice.testing.internal.identity.text.Base64Url;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;

/** An app registration: an application or an API. */
public final class EntraRegistration {
  private final String clientId;
  private final Set<String> redirects = new CopyOnWriteArraySet<>();
  private final Set<String> secrets = new CopyOnWriteArraySet<>();
  private final Set<String> roles = new CopyOnWriteArraySet<>();
  private final Map<String, X509Certificate> certificates = new ConcurrentHashMap<>();
  private final List<Federation> federations = new CopyOnWriteArrayList<>();

  EntraRegistration(String clientId) {
    this.clientId = clientId;
  }

  /** A federated credential: a token of another issuer authenticates the application. */
  public record Federation(String issuer, String subject, PublicKey key) {}

  public String clientId() {
    return clientId;
  }

  /** Returns the id of the application's service principal in a tenant. */
  public String principalId(String tenantId) {
    return LastingKeys.principal(tenantId, clientId);
  }

  public void addRedirect(String address) {
    redirects.add(address);
  }

  Set<String> redirects() {
    return redirects;
  }

  public void addSecret(String secret) {
    secrets.add(secret);
  }

  boolean hasSecret(String secret) {
    return secrets.contains(secret);
  }

  public void addRole(String role) {
    roles.add(role);
  }

  Set<String> roles() {
    return roles;
  }

  /** A certificate can be named by either of its thumbprints. */
  public void addCertificate(X509Certificate certificate) {
    certificates.put(thumbprint("SHA-1", certificate), certificate);
    certificates.put(thumbprint("SHA-256", certificate), certificate);
  }

  /** Some libraries use the other base64 alphabet, or padding; Microsoft accepts both. */
  Optional<X509Certificate> certificate(String thumbprint) {
    String canonical = thumbprint.replace("=", "").replace('+', '-').replace('/', '_');
    return Optional.ofNullable(certificates.get(canonical));
  }

  public void addFederation(Federation federation) {
    federations.add(federation);
  }

  List<Federation> federations() {
    return federations;
  }

  /** Returns whether it is a confidential client, which has to authenticate. */
  boolean isConfidential() {
    return !(secrets.isEmpty() && certificates.isEmpty() && federations.isEmpty());
  }

  private static String thumbprint(String algorithm, X509Certificate certificate) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      return Base64Url.encode(digest.digest(certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A certificate has no thumbprint", e);
    }
  }
}
