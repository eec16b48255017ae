package canon.cpp.cloudservice.benchmarks.peers;

import canon.cpp.cloudservice.http.HttpTransport;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The clients that are compared. */
public enum Peer {
  SDK_HTTP_CLIENT("**SDK on `HttpClient`**", true),
  SDK_URL_CONNECTION("**SDK on `HttpURLConnection`**", true),
  HTTP_CLIENT_DIRECT("`HttpClient` by hand, direct executor", true),
  HTTP_CLIENT("`HttpClient` by hand", true),
  URL_CONNECTION("`HttpURLConnection` by hand", false),
  OK_HTTP("OkHttp by hand", true),
  GENERATED_NATIVE("generated, native", false),
  GENERATED_RETROFIT("generated, retrofit2", true),
  GENERATED_FEIGN("generated, feign", false),
  /** Only its bytes are measured. */
  HTTP_CLIENT_SDK_HEADERS("`HttpClient` by hand, direct executor, with the SDK's headers", false);

  /** The clients of all tables. */
  public static final Set<Peer> CLIENTS =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(HTTP_CLIENT_SDK_HEADERS)));

  private final String title;
  private final boolean asynchronous;

  Peer(String title, boolean asynchronous) {
    this.title = title;
    this.asynchronous = asynchronous;
  }

  /** Returns the name in the tables. */
  public String title() {
    return title;
  }

  /** Returns whether the client has calls that do not block. */
  public boolean isAsynchronous() {
    return asynchronous;
  }

  /** Creates the client. Not with lambdas, whose first use would add to each cold start. */
  public Client connect(URI address) {
    return switch (this) {
      case SDK_HTTP_CLIENT -> new SdkClient(address, HttpTransport.jdk().build());
      case SDK_URL_CONNECTION -> new SdkClient(address, HttpTransport.urlConnection().build());
      case HTTP_CLIENT_DIRECT ->
          new HttpClientByHand(address, HttpClient.newBuilder().executor(Runnable::run).build());
      case HTTP_CLIENT_SDK_HEADERS ->
          new HttpClientWithSdkHeaders(
              address, HttpClient.newBuilder().executor(Runnable::run).build());
      case HTTP_CLIENT -> new HttpClientByHand(address, HttpClient.newHttpClient());
      case URL_CONNECTION -> new UrlConnectionByHand(address);
      case OK_HTTP -> new OkHttpByHand(address);
      case GENERATED_NATIVE -> new GeneratedNative(address);
      case GENERATED_RETROFIT -> new GeneratedRetrofit(address);
      case GENERATED_FEIGN -> new GeneratedFeign(address);
    };
  }
}
