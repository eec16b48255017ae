package canon.cpp.cloudservice.internal.jdk;

import canon.cpp.cloudservice.internal.http.HeaderMap;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A request for the JDK's client. The client's own builder copies the headers twice before the
 * client copies them again.
 */
final class JdkRequest extends HttpRequest {
  /** The client sets them itself. */
  private static final Set<String> RESTRICTED = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  static {
    Collections.addAll(RESTRICTED, "Connection", "Content-Length", "Expect", "Host", "Upgrade");
  }

  private final String method;
  private final URI uri;
  private final Duration timeout;
  private final Version version;
  private final HttpHeaders headers;
  private final @Nullable BodyPublisher body;

  /**
   * Creates a request.
   *
   * @throws IllegalArgumentException if a header is one that the client sets itself
   */
  JdkRequest(
      String method,
      URI uri,
      Duration timeout,
      Version version,
      HeaderMap headers,
      @Nullable BodyPublisher body) {
    this.method = method;
    this.uri = uri;
    this.timeout = timeout;
    this.version = version;
    this.headers = HttpHeaders.of(new Lists(headers), JdkRequest::isAllowed);
    this.body = body;
  }

  private static boolean isAllowed(String name, String value) {
    if (RESTRICTED.contains(name)) {
      throw new IllegalArgumentException("HttpClient sets the header " + name + " itself");
    }
    return true;
  }

  @Override
  public Optional<BodyPublisher> bodyPublisher() {
    return Optional.ofNullable(body);
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public Optional<Duration> timeout() {
    return Optional.of(timeout);
  }

  @Override
  public boolean expectContinue() {
    return false;
  }

  @Override
  public URI uri() {
    return uri;
  }

  @Override
  public Optional<Version> version() {
    return Optional.of(version);
  }

  @Override
  public HttpHeaders headers() {
    return headers;
  }

  /** Each header as a list of its value, which is what the client takes. */
  private static final class Lists extends AbstractMap<String, List<String>> {
    private final HeaderMap headers;

    private Lists(HeaderMap headers) {
      this.headers = headers;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super List<String>> action) {
      headers.forEach((name, value) -> action.accept(name, List.of(value)));
    }

    @Override
    public Set<Map.Entry<String, List<String>>> entrySet() {
      Map<String, List<String>> lists = new LinkedHashMap<>();
      forEach(lists::put);
      return lists.entrySet();
    }
  }
}
