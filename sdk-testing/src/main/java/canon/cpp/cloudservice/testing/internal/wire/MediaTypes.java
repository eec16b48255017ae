package canon.cpp.cloudservice.testing.internal.wire;

import canon.cpp.cloudservice.http.HttpHeaders;
import java.util.Locale;

/** Checks content types. */
public final class MediaTypes {
  private MediaTypes() {}

  /** Returns whether the content type is JSON in UTF-8. */
  public static boolean isJson(HttpHeaders headers) {
    String[] parts = headers.first("Content-Type").orElse("").split(";", -1);
    boolean json = parts[0].strip().equalsIgnoreCase("application/json");
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().toLowerCase(Locale.ROOT).replace("\"", "");
      json &= !parameter.startsWith("charset=") || parameter.equals("charset=utf-8");
    }
    return json;
  }
}
