package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.signin.Secret;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Supplier;

/** The credential of an application. It uses no type of msal4j, which is optional. */
public sealed interface ClientCredential {

  /** A client secret. */
  record OfSecret(Secret secret) implements ClientCredential {}

  /**
   * A certificate whose private key signs client assertions.
   *
   * @param chain the application's certificate is the first
   */
  record OfCertificate(PrivateKey key, List<X509Certificate> chain) implements ClientCredential {
    @Override
    public String toString() {
      return "OfCertificate[hidden]";
    }
  }

  /**
   * An assertion of an issuer that the registration trusts (federated credential).
   *
   * @param source called for each token request
   */
  record OfAssertion(Supplier<Secret> source) implements ClientCredential {}
}
