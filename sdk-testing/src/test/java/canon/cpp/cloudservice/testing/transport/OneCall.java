package canon.cpp.cloudservice.testing.transport;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.ProxySettings;
import canon.cpp.cloudservice.http.TrustSettings;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;

/**
 * A program that sends one POST and prints what came of it.
 *
 * <p>Arguments: the transport's name, the address, and pairs of {@code trust PEM}, {@code proxy
 * HOST:PORT}, {@code user NAME:PASSWORD}, {@code verifier lenient}, {@code handler foreign}, {@code
 * mode ASYNCHRONOUS}, {@code millis TIMEOUT}, {@code after ADDRESS} for more calls than there are
 * processors, which fail before.
 */
public final class OneCall {
  private OneCall() {}

  public static void main(String[] arguments) throws InterruptedException {
    var builder = arguments[0].equals("jdk") ? HttpTransport.jdk() : HttpTransport.urlConnection();
    var proxy = ProxySettings.system();
    var mode = ExecutionMode.BLOCKING;
    var timeout = Duration.ofSeconds(20);
    URI before = null;
    for (int i = 2; i < arguments.length; i += 2) {
      var value = arguments[i + 1];
      switch (arguments[i]) {
        case "trust" -> builder.trust(TrustSettings.system().withTrustAnchors(utf8(value)));
        case "proxy" -> proxy = ProxySettings.of(part(value, 0), Integer.parseInt(part(value, 1)));
        case "verifier" -> HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> true);
        case "handler" -> URL.setURLStreamHandlerFactory(OneCall::foreignHandler);
        case "user" -> proxy = proxy.withCredentials(part(value, 0), part(value, 1));
        case "mode" -> mode = ExecutionMode.valueOf(value);
        case "after" -> before = URI.create(value);
        case "millis" -> timeout = Duration.ofMillis(Long.parseLong(value));
        default -> throw new IllegalArgumentException(arguments[i]);
      }
    }
    try (var transport = builder.proxy(proxy).build()) {
      if (before != null) {
        failMany(transport, before);
      }
      var request = HttpRequest.of("POST", URI.create(arguments[1]), timeout).withBody(utf8("{}"));
      var response = mode.send(transport, request);
      System.out.println(
          "answered "
              + response.status()
              + " "
              + new String(response.body(), StandardCharsets.UTF_8));
    } catch (HttpTransportException e) {
      System.out.println(
          "failed "
              + e.reason()
              + " "
              + (e.mayHaveBeenSent() ? "sent" : "unsent")
              + " "
              + e.getMessage());
    }
  }

  /** An https handler whose connections give no access to certificates, as some servers have. */
  private static @Nullable URLStreamHandler foreignHandler(String protocol) {
    if (!protocol.equals("https")) {
      return null;
    }
    return new URLStreamHandler() {
      @Override
      protected URLConnection openConnection(URL url) {
        return openConnection(url, Proxy.NO_PROXY);
      }

      @Override
      protected URLConnection openConnection(URL url, Proxy proxy) {
        return new HttpURLConnection(url) {
          @Override
          public void connect() {
            System.out.println("connected by the foreign handler");
          }

          @Override
          public void disconnect() {}

          @Override
          public boolean usingProxy() {
            return false;
          }
        };
      }
    };
  }

  private static void failMany(HttpTransport transport, URI address) {
    var request = HttpRequest.of("GET", address, Duration.ofSeconds(2));
    var calls =
        Stream.generate(() -> transport.sendAsync(request))
            .limit(Math.max(4, Runtime.getRuntime().availableProcessors()) + 1)
            .toList();
    calls.forEach(call -> call.handle((response, failure) -> failure).join());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String part(String text, int index) {
    return text.split(":", 2)[index];
  }
}
