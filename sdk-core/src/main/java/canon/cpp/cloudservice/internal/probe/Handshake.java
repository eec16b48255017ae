package canon.cpp.cloudservice.internal.probe;

import canon.cpp.cloudservice.diagnosis.PresentedCertificate;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.internal.http.CertificateNames;
import canon.cpp.cloudservice.internal.http.Tls;
import canon.cpp.cloudservice.internal.http.TlsFailures;
import canon.cpp.cloudservice.internal.http.UntrustedCertificateException;
import canon.cpp.cloudservice.internal.probe.ConnectionPath.Target;
import java.io.IOException;
import java.net.Socket;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Agrees on TLS by the transport's own rules, and keeps what the other side showed. Whom the
 * transport does not trust is not trusted here either: the certificates are those that the
 * rejection was about.
 */
final class Handshake {
  private final Target service;
  private final Tls tls;
  private volatile List<PresentedCertificate> certificates = Collections.emptyList();

  Handshake(Target service, Tls tls) {
    this.service = service;
    this.tls = tls;
  }

  List<PresentedCertificate> certificates() {
    return certificates;
  }

  ProbeStepResult shake(Socket socket) {
    try {
      SSLSocket secure = tls.over(socket, service.host(), service.port(), true);
      secure.startHandshake();
      SSLSession session = secure.getSession();
      List<X509Certificate> chain = chain(session.getPeerCertificates());
      // No call is to go on with what a probe has begun.
      session.invalidate();
      certificates = Fingerprints.of(chain);
      return agreed(session.getProtocol(), chain);
    } catch (IOException e) {
      return failed(e);
    }
  }

  private ProbeStepResult agreed(String protocol, List<X509Certificate> chain) {
    X509Certificate first = chain.get(0);
    String end = tls.authorities().endOf(chain);
    return ProbeStepResult.ok(
        protocol
            + "; the certificate for "
            + service.host()
            + " is issued by "
            + CertificateNames.of(first.getIssuerX500Principal())
            + ", is valid until "
            + first.getNotAfter().toInstant()
            + (end == null ? ", and is trusted" : ", and is trusted by " + end));
  }

  private ProbeStepResult failed(IOException failure) {
    UntrustedCertificateException trouble = trouble(failure);
    if (trouble != null) {
      certificates = Fingerprints.of(trouble.chain());
      return ProbeStepResult.failed(trouble.explanation());
    }
    HttpTransportException known = TlsFailures.ofHandshake(failure, false);
    return known == null
        ? ProbeStepResult.failed(
            "the connection broke during the TLS handshake",
            "A firewall or proxy may forbid " + service.host() + ": ask its operator.")
        : ProbeStepResult.failed(
            String.valueOf(known.getMessage()),
            "Check host and port of the service address, and whether a firewall or proxy is in the"
                + " way.");
  }

  private static @Nullable UntrustedCertificateException trouble(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UntrustedCertificateException found) {
        return found;
      }
    }
    return null;
  }

  private static List<X509Certificate> chain(Certificate[] shown) {
    List<X509Certificate> chain = new ArrayList<>();
    for (Certificate one : shown) {
      chain.add((X509Certificate) one);
    }
    return chain;
  }
}
