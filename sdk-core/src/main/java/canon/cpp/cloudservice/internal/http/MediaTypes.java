package canon.cpp.cloudservice.internal.http;

import canon.cpp.cloudservice.http.HttpResponse;
import java.util.Locale;

/** Tells what kind of body an answer has. */
public final class MediaTypes {
  private MediaTypes() {}

  /** The media type without parameters, in lower case; empty if the answer names none. */
  public static String of(HttpResponse response) {
    String value = response.headers().first("Content-Type").orElse("");
    int parameters = value.indexOf(';');
    return (parameters < 0 ? value : value.substring(0, parameters))
        .trim()
        .toLowerCase(Locale.ROOT);
  }

  /** Whether it is a page for people, as proxies send, whatever it is called. */
  public static boolean isHtml(HttpResponse response) {
    String type = of(response);
    byte[] body = response.body();
    return type.equals("text/html")
        || type.equals("application/xhtml+xml")
        || (body.length > 0 && body[0] == '<');
  }
}
