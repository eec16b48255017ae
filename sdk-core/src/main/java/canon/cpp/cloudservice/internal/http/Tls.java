package canon.cpp.cloudservice.internal.http;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Creates TLS contexts and sockets from {@link TrustRules}. */
public final class Tls {
  private static final List<String> PROTOCOLS =
      Collections.unmodifiableList(Arrays.asList("TLSv1.3", "TLSv1.2"));

  private final SSLContext context;
  private final TrustAnchors authorities;
  private final ExplainingTrustManager trust;

  public Tls(TrustRules rules) {
    KeyManager[] keys = rules.keys() == null ? KeyMaterial.systemKeys() : rules.keys();
    try {
      X509ExtendedTrustManager manager = trustManager(rules);
      authorities = new TrustAnchors(rules, manager.getAcceptedIssuers());
      trust = new ExplainingTrustManager(manager);
      context = SSLContext.getInstance("TLS");
      context.init(keys.length == 0 ? null : keys, new TrustManager[] {trust}, null);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("TLS cannot be set up with these trust settings", e);
    }
  }

  public SSLContext context() {
    return context;
  }

  /** Returns the trust anchors. */
  public TrustAnchors authorities() {
    return authorities;
  }

  /**
   * Checks the certificates of a connection whose handshake another component made.
   *
   * @throws CertificateException if they are not trusted or are for another host
   */
  public void check(Certificate[] presented, String host) throws CertificateException {
    X509Certificate[] chain = new X509Certificate[presented.length];
    for (int i = 0; i < presented.length; i++) {
      if (!(presented[i] instanceof X509Certificate certificate)) {
        throw new CertificateException("The certificate is not an X.509 certificate");
      }
      chain[i] = certificate;
    }
    if (chain.length == 0) {
      throw new CertificateException("The server presents no certificate");
    }
    trust.checkServer(chain, host);
  }

  /** Creates a TLS socket over an existing connection. */
  public SSLSocket over(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    SSLSocket secure =
        (SSLSocket) context.getSocketFactory().createSocket(socket, host, port, autoClose);
    SSLParameters parameters = secure.getSSLParameters();
    restrict(parameters);
    secure.setSSLParameters(parameters);
    return secure;
  }

  /**
   * Requires TLS 1.2 or later and the check of the host name, which otherwise a system property or
   * the default verifier of the JVM could disable.
   */
  public void restrict(SSLParameters parameters) {
    List<String> protocols = new ArrayList<>(PROTOCOLS);
    protocols.retainAll(Arrays.asList(context.getSupportedSSLParameters().getProtocols()));
    parameters.setProtocols(protocols.toArray(new String[0]));
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
  }

  private static X509ExtendedTrustManager trustManager(TrustRules rules)
      throws GeneralSecurityException, IOException {
    if (rules.system() && rules.authorities().isEmpty()) {
      return trustManager((KeyStore) null);
    }
    List<X509Certificate> all = new ArrayList<>(rules.authorities());
    if (rules.system()) {
      Collections.addAll(all, trustManager((KeyStore) null).getAcceptedIssuers());
    }
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (int i = 0; i < all.size(); i++) {
      store.setCertificateEntry("authority-" + i, all.get(i));
    }
    return trustManager(store);
  }

  private static X509ExtendedTrustManager trustManager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager candidate : factory.getTrustManagers()) {
      if (candidate instanceof X509ExtendedTrustManager found) {
        return found;
      }
    }
    throw new IllegalStateException("This JVM has no trust manager for X.509");
  }
}
