package canon.cpp.cloudservice.signin.internal.microsoft;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.signin.Secret;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import canon.cpp.cloudservice.signin.internal.microsoft.ClientCredential.OfAssertion;
import canon.cpp.cloudservice.signin.internal.microsoft.ClientCredential.OfCertificate;
import canon.cpp.cloudservice.signin.internal.microsoft.ClientCredential.OfSecret;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.IClientCredential;
import java.util.function.Supplier;

/** Converts credentials to the types of msal4j. */
final class MsalCredentials {
  private MsalCredentials() {}

  /** Returns the credential for one request. */
  static IClientCredential of(ClientCredential credential, IdentityHttp http) {
    if (credential instanceof OfSecret secret) {
      return ClientCredentialFactory.createFromSecret(secret.secret().value());
    }
    if (credential instanceof OfCertificate certificate) {
      return ClientCredentialFactory.createFromCertificateChain(
          certificate.key(), certificate.chain());
    }
    Supplier<Secret> source = ((OfAssertion) credential).source();
    return ClientCredentialFactory.createFromClientAssertion(assertion(source, http).value());
  }

  private static Secret assertion(Supplier<Secret> source, IdentityHttp http) {
    try {
      return requireNonNull(source.get(), "assertion");
    } catch (AuthenticationException e) {
      throw e;
    } catch (RuntimeException e) {
      throw http.failure(AuthenticationErrorKind.OTHER)
          .summary("the supplier of the client assertion failed")
          .cause(e)
          .build();
    }
  }
}
