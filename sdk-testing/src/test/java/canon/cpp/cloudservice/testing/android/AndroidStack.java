package canon.cpp.cloudservice.testing.android;

import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportBuilder;
import canon.cpp.cloudservice.internal.urlconnection.UrlConnectionTransport;
import java.io.IOException;
import java.net.URL;
import java.net.URLStreamHandler;
import java.net.URLStreamHandlerFactory;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import org.conscrypt.Conscrypt;

/**
 * Installs an HTTP stack of Android as the handler of all http and https URLs of this JVM. The
 * stack is either OkHttp 2.7.5, the library that Android's stack is a copy of, or Android's own.
 * TLS is Conscrypt's, as on Android.
 */
final class AndroidStack {
  /** The value {@link #OK_HTTP}, or the path of a jar with the classes of an Android version. */
  static final String PROPERTY = "android.stack";

  static final String OK_HTTP = "okhttp";

  private static final Provider CONSCRYPT = Conscrypt.newProvider();

  private AndroidStack() {}

  private static final class Installed {
    static final String PACKAGE = install();

    private static String install() {
      String stack = System.getProperty(PROPERTY);
      try {
        if (stack.equals(OK_HTTP)) {
          install(
              Map.of("http", new OkHttpHandler(), "https", new OkHttpHandler()),
              com.squareup.okhttp.internal.tls.OkHostnameVerifier.INSTANCE);
          return "com.squareup.okhttp.";
        }
        ClassLoader loader = new AndroidClassLoader(Path.of(stack));
        install(
            Map.of(
                "http", handler(loader, "com.android.okhttp.HttpHandler"),
                "https", handler(loader, "com.android.okhttp.HttpsHandler")),
            (HostnameVerifier)
                loader
                    .loadClass("com.android.okhttp.internal.tls.OkHostnameVerifier")
                    .getField("INSTANCE")
                    .get(null));
        return "com.android.okhttp.";
      } catch (IOException | ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    private static void install(
        Map<String, URLStreamHandler> handlers, HostnameVerifier hostnameVerifier) {
      URLStreamHandlerFactory factory = handlers::get;
      URL.setURLStreamHandlerFactory(factory);
      HttpsURLConnection.setDefaultHostnameVerifier(hostnameVerifier);
    }

    private static URLStreamHandler handler(ClassLoader loader, String name)
        throws ReflectiveOperationException {
      return (URLStreamHandler) loader.loadClass(name).getConstructor().newInstance();
    }
  }

  /** Installs the stack, and returns the package of its connections. */
  static String install() {
    return Installed.PACKAGE;
  }

  /** Opens the transport on HttpURLConnection, with Conscrypt for its TLS. */
  static HttpTransport open(UnaryOperator<HttpTransportBuilder> settings) {
    install();
    Security.insertProviderAt(CONSCRYPT, 1);
    try {
      HttpTransport transport = settings.apply(HttpTransport.urlConnection()).build();
      ((UrlConnectionTransport) transport).prepareTls();
      return transport;
    } finally {
      Security.removeProvider(CONSCRYPT.getName());
    }
  }
}
