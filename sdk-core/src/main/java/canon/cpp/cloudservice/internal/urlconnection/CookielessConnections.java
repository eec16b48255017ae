package canon.cpp.cloudservice.internal.urlconnection;

import java.io.IOException;
import java.net.CookieHandler;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;

/**
 * Opens connections that neither send nor store cookies. HttpURLConnection takes the default {@link
 * CookieHandler} of the process when it is created, and offers no other way to disable cookies. One
 * account's cookies would be sent with the calls of another. So for the moment of the creation,
 * some microseconds, the process has no default handler.
 */
final class CookielessConnections {
  private static final Object LOCK = new Object();

  private CookielessConnections() {}

  static HttpURLConnection open(URL url, Proxy proxy) throws IOException {
    synchronized (LOCK) {
      CookieHandler handler = CookieHandler.getDefault();
      if (handler == null) {
        return (HttpURLConnection) url.openConnection(proxy);
      }
      CookieHandler.setDefault(null);
      try {
        return (HttpURLConnection) url.openConnection(proxy);
      } finally {
        if (CookieHandler.getDefault() == null) {
          CookieHandler.setDefault(handler);
        }
      }
    }
  }
}
