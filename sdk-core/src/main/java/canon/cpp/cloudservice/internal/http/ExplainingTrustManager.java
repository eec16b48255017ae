package canon.cpp.cloudservice.internal.http;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Delegates each decision to another trust manager and adds the reason to each rejection, because
 * the certificates are available only here.
 */
final class ExplainingTrustManager extends X509ExtendedTrustManager {
  /** The key exchange is not known outside a handshake. */
  private static final String AUTH_TYPE = "UNKNOWN";

  private final X509ExtendedTrustManager delegate;

  ExplainingTrustManager(X509ExtendedTrustManager delegate) {
    this.delegate = delegate;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    explained(chain, authType, () -> delegate.checkServerTrusted(chain, authType));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    explained(
        chain,
        authType,
        () -> {
          delegate.checkServerTrusted(chain, authType, socket);
          HostNames.check(chain[0], peerOf(socket));
        });
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    explained(
        chain,
        authType,
        () -> {
          delegate.checkServerTrusted(chain, authType, engine);
          HostNames.check(chain[0], engine.getPeerHost());
        });
  }

  /**
   * Checks trust and names of certificates outside a handshake.
   *
   * @throws CertificateException if they are not trusted or are for another host
   */
  void checkServer(X509Certificate[] chain, String host) throws CertificateException {
    explained(
        chain,
        AUTH_TYPE,
        () -> {
          delegate.checkServerTrusted(chain, AUTH_TYPE);
          HostNames.check(chain[0], host);
        });
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    delegate.checkClientTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    delegate.checkClientTrusted(chain, authType, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    delegate.checkClientTrusted(chain, authType, engine);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return delegate.getAcceptedIssuers();
  }

  private void explained(X509Certificate[] chain, String authType, TrustCheck check)
      throws CertificateException {
    try {
      check.run();
      // The JDK does not check the dates of a certificate that is itself a trust anchor.
      chain[0].checkValidity();
    } catch (CertificateException e) {
      UntrustedCertificateException untrusted =
          new UntrustedCertificateException(chain, chainIsTrusted(chain, authType), e);
      throw new CertificateException(untrusted.getMessage(), untrusted);
    }
  }

  /** Checks the chain alone: without a connection, the host name is not part of the check. */
  private boolean chainIsTrusted(X509Certificate[] chain, String authType) {
    try {
      delegate.checkServerTrusted(chain, authType);
      return true;
    } catch (CertificateException e) {
      return false;
    }
  }

  private static @Nullable String peerOf(Socket socket) {
    SSLSession session = socket instanceof SSLSocket secure ? secure.getHandshakeSession() : null;
    return session == null ? null : session.getPeerHost();
  }

  private interface TrustCheck {
    void run() throws CertificateException;
  }
}
