package canon.cpp.cloudservice.internal.http;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The id that each attempt sends, and that the service echoes. A response with another id belongs
 * to another request: a proxy or a broken server has shifted the responses of the connection.
 */
public final class AttemptEcho {
  public static final String HEADER = "Attempt-Id";

  private AttemptEcho() {}

  /** Returns whether the response carries the id of the request. */
  public static boolean matches(HttpRequest request, HttpHeaders response) {
    String sent = sent(request);
    return sent != null && sent.equals(response.first(HEADER).orElse(null));
  }

  /** Returns whether the response carries the id of another request, so it must be discarded. */
  public static boolean isForeign(HttpRequest request, HttpHeaders response) {
    return isForeign(request, response.first(HEADER).orElse(null));
  }

  /** Returns whether the id of a response is that of another request. */
  public static boolean isForeign(HttpRequest request, @Nullable String echo) {
    String sent = sent(request);
    return echo != null && sent != null && !echo.equals(sent);
  }

  /** Returns the failure of a request that got the response of another one. */
  public static HttpTransportException foreignResponse(@Nullable Throwable cause) {
    return new HttpTransportException(
        Reason.CONNECTION_LOST,
        true,
        "the response belongs to another request, so it was discarded",
        cause);
  }

  private static @Nullable String sent(HttpRequest request) {
    return request.headers().get(HEADER);
  }
}
