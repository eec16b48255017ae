package canon.cpp.cloudservice.testing.android;

import com.squareup.okhttp.ConnectionPool;
import com.squareup.okhttp.OkHttpClient;
import com.squareup.okhttp.OkUrlFactory;
import com.squareup.okhttp.Protocol;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HttpsURLConnection;

/** Opens connections with OkHttp 2.7.5, with the settings of Android's HttpHandler. */
final class OkHttpHandler extends URLStreamHandler {
  private final ConnectionPool pool = new ConnectionPool(5, TimeUnit.MINUTES.toMillis(5));

  @Override
  protected URLConnection openConnection(URL url) {
    return open(url, null);
  }

  @Override
  protected URLConnection openConnection(URL url, Proxy proxy) {
    return open(url, proxy);
  }

  private URLConnection open(URL url, Proxy proxy) {
    OkHttpClient client = new OkHttpClient();
    client.setConnectTimeout(0, TimeUnit.MILLISECONDS);
    client.setReadTimeout(0, TimeUnit.MILLISECONDS);
    client.setWriteTimeout(0, TimeUnit.MILLISECONDS);
    client.setFollowRedirects(HttpURLConnection.getFollowRedirects());
    client.setFollowSslRedirects(false);
    client.setProtocols(List.of(Protocol.HTTP_1_1));
    client.setConnectionPool(pool);
    client.setHostnameVerifier(HttpsURLConnection.getDefaultHostnameVerifier());
    client.setSslSocketFactory(HttpsURLConnection.getDefaultSSLSocketFactory());
    if (proxy != null) {
      client.setProxy(proxy);
    }
    return new OkUrlFactory(client).open(url);
  }
}
