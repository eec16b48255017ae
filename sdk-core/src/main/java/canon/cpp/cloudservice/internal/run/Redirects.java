package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.internal.http.Urls;
import canon.cpp.cloudservice.internal.values.Printable;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Redirects. They are never followed, but messages name their target. */
public final class Redirects {
  private Redirects() {}

  public static boolean isRedirect(HttpResponse response) {
    return response.status() / 100 == 3;
  }

  /** Returns the origin of the target, without its path; null if there is none. */
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
