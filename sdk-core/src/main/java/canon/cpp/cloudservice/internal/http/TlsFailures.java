package canon.cpp.cloudservice.internal.http;

import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** What a failure of TLS means. */
public final class TlsFailures {
  private static final Pattern ALERT = Pattern.compile("[Rr]eceived fatal alert: (\\w+)");

  private TlsFailures() {}

  /** The failure if TLS was not agreed on, or null. */
  public static @Nullable HttpTransportException ofHandshake(
      Throwable failure, boolean mayHaveBeenSent) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UntrustedCertificateException) {
        return of(mayHaveBeenSent, String.valueOf(cause.getMessage()), failure);
      }
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      if (cause instanceof SSLException && message.startsWith("Unsupported or unrecognized SSL")) {
        return of(mayHaveBeenSent, "the server does not speak TLS at this port", failure);
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
      return "the server and Java agree on no TLS connection";
    }
    String name = alert.group(1);
    return switch (name) {
      case "certificate_required", "bad_certificate", "certificate_unknown", "unknown_ca" ->
          "the server rejects this client's certificate or the lack of one (" + name + ")";
      default -> "the server refuses the TLS connection (" + name + ")";
    };
  }

  private static HttpTransportException of(
      boolean mayHaveBeenSent, String message, Throwable failure) {
    return new HttpTransportException(Reason.TLS, mayHaveBeenSent, message, failure);
  }
}
