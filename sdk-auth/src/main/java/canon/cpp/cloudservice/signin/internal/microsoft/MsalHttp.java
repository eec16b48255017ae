package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.internal.http.Urls;
import canon.cpp.cloudservice.signin.internal.http.IdentityResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All that msal4j sends in one call, and what it gets back: good answers only, without the tokens
 * that it is asked for. So its caches, some of them shared by the whole JVM, hold no such token and
 * no failure, its retries have nothing to repeat, and its log nothing to quote.
 */
final class MsalHttp implements IHttpClient {
  /** They say how earlier calls went. */
  private static final Set<String> TELEMETRY =
      Set.of("x-client-current-telemetry", "x-client-last-telemetry");

  private static final Duration SHORTEST = Duration.ofMillis(1);

  private final MsalSender sender;
  private final UnaryOperator<URI> address;
  private final Clock clock;
  private final @Nullable String claims;
  private final LongSupplier nanoTime;
  private final long start;
  private final Duration allowed;
  private @Nullable AccessToken token;
  private @Nullable String idToken;

  /**
   * Begins now.
   *
   * @param address where a request of msal4j's really goes
   * @param claims what the service demanded, sent as it came, or null
   * @param allowed for everything together
   */
  MsalHttp(
      MsalSender sender,
      UnaryOperator<URI> address,
      Clock clock,
      LongSupplier nanoTime,
      @Nullable String claims,
      Duration allowed) {
    this.sender = sender;
    this.address = address;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.claims = claims;
    this.allowed = allowed;
    this.start = nanoTime.getAsLong();
  }

  /** The token that came last. */
  Optional<AccessToken> token() {
    return Optional.ofNullable(token);
  }

  /** The ID token that came with it. */
  Optional<String> idToken() {
    return Optional.ofNullable(idToken);
  }

  @Override
  public IHttpResponse send(com.microsoft.aad.msal4j.HttpRequest request) {
    IdentityResponse answer = sender.send(ours(request));
    if (answer.text("access_token").isPresent()) {
      token = TokenExpiry.token(answer, clock);
      idToken = answer.text("id_token").orElse(null);
    }
    return new Reply(MsalResponse.of(answer));
  }

  private HttpRequest ours(com.microsoft.aad.msal4j.HttpRequest request) {
    Duration left = allowed.minusNanos(nanoTime.getAsLong() - start);
    HttpRequest ours =
        HttpRequest.of(
                request.httpMethod().name(),
                address.apply(URI.create(request.url().toString())),
                left.compareTo(SHORTEST) < 0 ? SHORTEST : left)
            .withHeaders(headers(request));
    String body = request.body();
    return body == null || body.isEmpty()
        ? ours
        : ours.withHeader("Content-Type", "application/x-www-form-urlencoded")
            .withBody(withClaims(body).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> headers(com.microsoft.aad.msal4j.HttpRequest request) {
    Map<String, String> headers = new HashMap<>();
    if (request.headers() != null) {
      headers.putAll(request.headers());
    }
    headers.keySet().removeIf(name -> TELEMETRY.contains(name.toLowerCase(Locale.ROOT)));
    return headers;
  }

  /** msal4j would leave out of the claims what it does not know. */
  private String withClaims(String form) {
    return claims == null || !form.contains("grant_type=")
        ? form
        : form + "&claims=" + Urls.encode(claims);
  }

  private record Reply(String body) implements IHttpResponse {
    @Override
    public int statusCode() {
      return 200;
    }

    @Override
    public Map<String, List<String>> headers() {
      return Map.of("Content-Type", List.of("application/json"));
    }

    @Override
    public String toString() {
      return "Reply[hidden]";
    }
  }
}
