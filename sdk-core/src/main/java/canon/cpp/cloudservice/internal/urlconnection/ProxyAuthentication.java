package canon.cpp.cloudservice.internal.urlconnection;

import canon.cpp.cloudservice.internal.http.ProxyCredentials;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import org.jspecify.annotations.Nullable;

/**
 * Sends the proxy's password to the proxy only, and once for each exchange: a proxy that rejects it
 * may lock the account. Without this class, the JVM's default authenticator would respond to a 401
 * of the service. A Proxy-Authorization header is not possible: HttpURLConnection sends it through
 * the tunnel, to the service.
 *
 * <p>Android and other stacks have no authenticator for a single connection. There the default one,
 * set by {@link Authenticator#setDefault}, is used.
 */
final class ProxyAuthentication extends Authenticator {
  private static final @Nullable Method SET_AUTHENTICATOR = find();

  private final @Nullable ProxyCredentials credentials;

  ProxyAuthentication(@Nullable ProxyCredentials credentials) {
    this.credentials = credentials;
  }

  void apply(HttpURLConnection connection) {
    if (SET_AUTHENTICATOR == null) {
      return;
    }
    try {
      SET_AUTHENTICATOR.invoke(connection, this);
    } catch (InvocationTargetException e) {
      if (!(e.getCause() instanceof UnsupportedOperationException)) {
        throw new IllegalStateException("The proxy's password could not be set", e);
      }
      // A handler that is not the JDK's, such as Android's, asks the app's own authenticator.
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("The proxy's password could not be set", e);
    }
  }

  @Override
  protected @Nullable PasswordAuthentication getPasswordAuthentication() {
    UrlExchange exchange = UrlExchange.CURRENT.get();
    return credentials != null
            && getRequestorType() == RequestorType.PROXY
            && (exchange == null || exchange.offersPassword())
        ? new PasswordAuthentication(credentials.user(), credentials.password())
        : null;
  }

  private static @Nullable Method find() {
    try {
      return HttpURLConnection.class.getMethod("setAuthenticator", Authenticator.class);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }
}
