package canon.cpp.cloudservice.internal.jdk;

import canon.cpp.cloudservice.internal.http.Urls;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The origins of requests. Most requests of a transport have the same, which is made once. */
final class Origins {
  private volatile @Nullable Origin last;

  private record Origin(@Nullable String scheme, @Nullable String host, int port, String text) {
    private boolean isOf(URI address) {
      return port == address.getPort()
          && Objects.equals(host, address.getHost())
          && Objects.equals(scheme, address.getScheme());
    }
  }

  /** Returns scheme, host and port of an address. */
  String of(URI address) {
    Origin known = last;
    if (known == null || !known.isOf(address)) {
      known =
          new Origin(
              address.getScheme(), address.getHost(), address.getPort(), Urls.origin(address));
      last = known;
    }
    return known.text();
  }
}
