package canon.cpp.cloudservice.internal.http;

import canon.cpp.cloudservice.http.HttpResponse;
import java.util.Locale;

/** Determines the media type of a response. */
public final class MediaTypes {
  private MediaTypes() {}

  /** Returns the media type without parameters, in lower case; empty if the header is missing. */
  public static String of(HttpResponse response) {
    String value = response.headers().first("Content-Type").orElse("");
    int parameters = value.indexOf(';');
    return (parameters < 0 ? value : value.substring(0, parameters))
        .trim()
        .toLowerCase(Locale.ROOT);
  }

  /** Returns whether the body is an HTML page, as proxies send it, whatever its declared type. */
  public static boolean isHtml(HttpResponse response) {
    String type = of(response);
    byte[] body = response.body();
    return type.equals("text/html")
        || type.equals("application/xhtml+xml")
        || (body.length > 0 && body[0] == '<');
  }
}
