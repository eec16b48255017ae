package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.signin.Secret;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Supplier;

/** What proves a program. Nothing of msal4j is in it, so that it can be made without. */
public sealed interface ClientCredential {

  /** A secret that both sides know. */
  record OfSecret(Secret secret) implements ClientCredential {}

  /**
   * A certificate, by whose key assertions are signed.
   *
   * @param chain the certificate first
   */
  record OfCertificate(PrivateKey key, List<X509Certificate> chain) implements ClientCredential {
    @Override
    public String toString() {
      return "OfCertificate[hidden]";
    }
  }

  /**
   * Somebody whom Microsoft trusts vouches for the program.
   *
   * @param source asked for each token
   */
  record OfAssertion(Supplier<Secret> source) implements ClientCredential {}
}
