package canon.cpp.cloudservice.internal.urlconnection;

import canon.cpp.cloudservice.internal.http.ProxyCredentials;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import org.jspecify.annotations.Nullable;

/**
 * Gives the proxy's password to the proxy, and nothing to anybody else: without it, the JVM's
 * default authenticator would answer a 401 of the service. A Proxy-Authorization header would not
 * do: HttpURLConnection sends it through the tunnel, to the service.
 *
 * <p>Android has no authenticator for a single connection. There the app's own, set by {@link
 * Authenticator#setDefault}, is asked.
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
    return credentials != null && getRequestorType() == RequestorType.PROXY
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
