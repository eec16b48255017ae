package canon.cpp.cloudservice.internal.http;

import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Describes connections that could not be opened, in the same words for every transport. */
public final class ConnectFailures {
  private ConnectFailures() {}

  /** Returns the failure if no connection to the hop could be opened, or null. */
  public static @Nullable HttpTransportException of(Throwable failure, Hop hop) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
        return unknownHost(hop, failure);
      }
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
        return connect(describe(cause, hop), failure);
      }
    }
    return null;
  }

  private static String describe(Throwable cause, Hop hop) {
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    if (cause instanceof NoRouteToHostException || message.contains("unreachable")) {
      return "there is no route to " + hop.peer();
    }
    if (message.contains("timed out")) {
      return timeout(hop);
    }
    return "the connection to " + hop.peer() + " was refused";
  }

  public static HttpTransportException unknownHost(Hop hop, @Nullable Throwable failure) {
    return connect("the host name of " + hop.peer() + " is not known", failure);
  }

  /** Returns the failure of a connection that was not open, with TLS if needed, in time. */
  public static HttpTransportException timedOut(Hop hop, @Nullable Throwable failure) {
    return connect(timeout(hop), failure);
  }

  /** Returns the failure of a connection that could not be opened for an unusual reason. */
  public static HttpTransportException other(Hop hop, Throwable failure) {
    return connect("no connection to " + hop.peer() + " could be made", failure);
  }

  /** A server that does not use TLS may accept the connection, and then never respond. */
  private static String timeout(Hop hop) {
    boolean direct = hop.httpProxy() == null && !hop.isSocks();
    return (hop.isHttps() && direct ? "no TLS connection to " : "no connection to ")
        + hop.peer()
        + " within the timeout";
  }

  private static HttpTransportException connect(String message, @Nullable Throwable failure) {
    return new HttpTransportException(Reason.CONNECT, false, message, failure);
  }
}
