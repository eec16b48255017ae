package canon.cpp.cloudservice.internal.http;

import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
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
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Creates TLS contexts and sockets from {@link TrustRules}. TLS is set up when it is used first:
 * that loads some 250 classes and the trust store, which a client without TLS never needs.
 */
public final class Tls {
  private static final List<String> PROTOCOLS =
      Collections.unmodifiableList(Arrays.asList("TLSv1.3", "TLSv1.2"));

  private final TrustRules rules;
  private final ReentrantLock settingUp = new ReentrantLock();
  private volatile @Nullable Ready ready;

  /** What is set up on first use. */
  private record Ready(
      SSLContext context, TrustAnchors authorities, ExplainingTrustManager trust) {}

  public Tls(TrustRules rules) {
    this.rules = rules;
  }

  /**
   * Sets up TLS, unless this has happened before.
   *
   * @throws HttpTransportException if the trust settings cannot be used
   */
  public void prepare() {
    Ready unused = ready();
  }

  private Ready ready() {
    Ready known = ready;
    if (known != null) {
      return known;
    }
    settingUp.lock();
    try {
      known = ready;
      if (known == null) {
        known = setUp(rules);
        ready = known;
      }
      return known;
    } finally {
      settingUp.unlock();
    }
  }

  private static Ready setUp(TrustRules rules) {
    try {
      KeyManager[] keys = rules.keys() == null ? KeyMaterial.systemKeys() : rules.keys();
      X509ExtendedTrustManager manager = trustManager(rules);
      ExplainingTrustManager trust = new ExplainingTrustManager(manager);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.length == 0 ? null : keys, new TrustManager[] {trust}, null);
      return new Ready(context, new TrustAnchors(rules, manager.getAcceptedIssuers()), trust);
    } catch (GeneralSecurityException | IOException | IllegalStateException e) {
      throw new HttpTransportException(
          Reason.TLS,
          false,
          "TLS cannot be set up with these trust settings; check TrustSettings, and the system"
              + " properties javax.net.ssl.trustStore and javax.net.ssl.keyStore",
          e);
    }
  }

  public SSLContext context() {
    return ready().context();
  }

  /** Returns a context that is set up when it is used first. */
  public SSLContext lazyContext() {
    return new LazyContext(this);
  }

  /** Returns the trust anchors. */
  public TrustAnchors authorities() {
    return ready().authorities();
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
    ready().trust().checkServer(chain, host);
  }

  /** Creates a TLS socket over an existing connection. */
  public SSLSocket over(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    SSLSocket secure =
        (SSLSocket) context().getSocketFactory().createSocket(socket, host, port, autoClose);
    SSLParameters parameters = secure.getSSLParameters();
    restrict(parameters, secure.getSupportedProtocols());
    secure.setSSLParameters(parameters);
    return secure;
  }

  /**
   * Returns parameters for a platform that supports TLS 1.3. They require TLS 1.2 or later and the
   * check of the host name, which otherwise a system property or the default verifier of the JVM
   * could disable.
   */
  public static SSLParameters parameters() {
    SSLParameters parameters = new SSLParameters();
    restrict(parameters, PROTOCOLS.toArray(new String[0]));
    return parameters;
  }

  private static void restrict(SSLParameters parameters, String[] supported) {
    List<String> protocols = new ArrayList<>(PROTOCOLS);
    protocols.retainAll(Arrays.asList(supported));
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
