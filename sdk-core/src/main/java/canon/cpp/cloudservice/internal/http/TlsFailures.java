package canon.cpp.cloudservice.internal.http;

import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Translates failures of TLS. */
public final class TlsFailures {
  private static final Pattern NOT_TLS =
      Pattern.compile("(?:Unsupported or u|U)nrecognized SSL message");
  private static final Pattern ALERT = Pattern.compile("[Rr]eceived fatal alert: (\\w+)");

  private TlsFailures() {}

  /** Returns the failure if the TLS handshake failed, or null. */
  public static @Nullable HttpTransportException ofHandshake(
      Throwable failure, boolean mayHaveBeenSent) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UntrustedCertificateException) {
        return of(mayHaveBeenSent, String.valueOf(cause.getMessage()), failure);
      }
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      if (cause instanceof SSLException && NOT_TLS.matcher(message).lookingAt()) {
        return of(mayHaveBeenSent, "the server does not use TLS on this port", failure);
      }
      if (cause instanceof SSLHandshakeException || cause instanceof SSLPeerUnverifiedException) {
        return of(mayHaveBeenSent, alert(message), failure);
      }
    }
    return null;
  }

  private static String alert(String message) {
    Matcher alert = ALERT.matcher(message);
    if (!alert.find()) {
      return "the TLS handshake with the server failed";
    }
    String name = alert.group(1);
    return switch (name) {
      case "handshake_failure" ->
          "the server rejects the TLS handshake (handshake_failure)"
              + (EllipticCurves.isMissing() ? "; " + EllipticCurves.EXPLANATION : "");
      case "certificate_required", "bad_certificate", "certificate_unknown", "unknown_ca" ->
          "the server rejects this client's certificate or the lack of one (" + name + ")";
      default -> "the server rejects the TLS handshake (" + name + ")";
    };
  }

  private static HttpTransportException of(
      boolean mayHaveBeenSent, String message, Throwable failure) {
    return new HttpTransportException(Reason.TLS, mayHaveBeenSent, message, failure);
  }
}
