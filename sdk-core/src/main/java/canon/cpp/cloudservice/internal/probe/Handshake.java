package canon.cpp.cloudservice.internal.probe;

import canon.cpp.cloudservice.diagnosis.PresentedCertificate;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.internal.http.CertificateNames;
import canon.cpp.cloudservice.internal.http.EllipticCurves;
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
 * Performs the TLS handshake with the transport's own settings and keeps the certificates that the
 * server presented, also when they are rejected.
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

  ProbeStepResult execute(Socket socket) {
    try {
      SSLSocket secure = tls.over(socket, service.host(), service.port(), true);
      secure.startHandshake();
      SSLSession session = secure.getSession();
      List<X509Certificate> chain = chain(session.getPeerCertificates());
      // No call resumes the session of a probe.
      session.invalidate();
      certificates = Fingerprints.of(chain);
      return succeeded(session.getProtocol(), chain);
    } catch (IOException e) {
      return failed(e);
    } catch (HttpTransportException e) {
      return ProbeStepResult.failed(
          String.valueOf(e.getMessage()), "Correct the trust settings of the transport.");
    }
  }

  private ProbeStepResult succeeded(String protocol, List<X509Certificate> chain) {
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
    UntrustedCertificateException untrusted = untrusted(failure);
    if (untrusted != null) {
      certificates = Fingerprints.of(untrusted.chain());
      return ProbeStepResult.failed(untrusted.explanation());
    }
    HttpTransportException known = TlsFailures.ofHandshake(failure, false);
    return known == null
        ? ProbeStepResult.failed(
            "the connection was lost during the TLS handshake",
            "A firewall or proxy may block " + service.host() + ": ask its operator.")
        : ProbeStepResult.failed(
            String.valueOf(known.getMessage()),
            EllipticCurves.isMissing()
                ? EllipticCurves.REMEDY
                : "Check host and port of the service address, and whether a firewall or proxy"
                    + " interferes.");
  }

  private static @Nullable UntrustedCertificateException untrusted(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UntrustedCertificateException found) {
        return found;
      }
    }
    return null;
  }

  private static List<X509Certificate> chain(Certificate[] presented) {
    List<X509Certificate> chain = new ArrayList<>();
    for (Certificate certificate : presented) {
      chain.add((X509Certificate) certificate);
    }
    return chain;
  }
}
