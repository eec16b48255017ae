package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.internal.http.Urls;
import canon.cpp.cloudservice.internal.values.Printable;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Redirects, which are never followed, but named. */
public final class Redirects {
  private Redirects() {}

  public static boolean is(HttpResponse response) {
    return response.status() / 100 == 3;
  }

  /** Where it leads to, as far as that may be shown; null if it does not say. */
  public static @Nullable String target(HttpResponse response) {
    try {
      URI target = URI.create(response.headers().first("Location").orElse(""));
      if (target.getHost() == null) {
        return null;
      }
      return Printable.cut(
          target.isAbsolute() ? Urls.origin(target) : "the host " + target.getHost());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
