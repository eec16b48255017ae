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
import org.jspecify.annotations.Nullable;

/**
 * Sends all requests of msal4j in one call, and keeps the tokens. msal4j receives successful
 * responses only, with placeholders for the tokens. So its caches, some of which are static, hold
 * no token and no failure, its retries are never used, and its log quotes nothing.
 */
final class MsalHttpClient implements IHttpClient {
  /** These headers report how earlier calls ended. */
  private static final Set<String> TELEMETRY =
      Set.of("x-client-current-telemetry", "x-client-last-telemetry");

  private static final Duration SHORTEST = Duration.ofMillis(1);

  private final MsalSender sender;
  private final Clock clock;
  private final @Nullable String claims;
  private final LongSupplier nanoTime;
  private final long start;
  private final Duration timeout;
  private @Nullable AccessToken token;
  private @Nullable IdentityResponse tokenResponse;

  /**
   * Creates a client, and starts its timeout.
   *
   * @param claims the service's claims challenge, sent unchanged; or null
   * @param timeout for all requests together
   */
  MsalHttpClient(
      MsalSender sender,
      Clock clock,
      LongSupplier nanoTime,
      @Nullable String claims,
      Duration timeout) {
    this.sender = sender;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.claims = claims;
    this.timeout = timeout;
    this.start = nanoTime.getAsLong();
  }

  /** Returns the token that was received last. */
  Optional<AccessToken> token() {
    return Optional.ofNullable(token);
  }

  /** Returns the response that contained the token. */
  Optional<IdentityResponse> tokenResponse() {
    return Optional.ofNullable(tokenResponse);
  }

  @Override
  public IHttpResponse send(com.microsoft.aad.msal4j.HttpRequest request) {
    IdentityResponse response = sender.send(convert(request));
    if (response.text("access_token").isPresent()) {
      token = TokenExpiry.token(response, clock);
      tokenResponse = response;
    }
    return new Success(MsalResponse.of(response));
  }

  private HttpRequest convert(com.microsoft.aad.msal4j.HttpRequest request) {
    Duration left = timeout.minusNanos(nanoTime.getAsLong() - start);
    HttpRequest converted =
        HttpRequest.of(
                request.httpMethod().name(),
                URI.create(request.url().toString()),
                left.compareTo(SHORTEST) < 0 ? SHORTEST : left)
            .withHeaders(headers(request));
    String body = request.body();
    return body == null || body.isEmpty()
        ? converted
        : converted
            .withHeader("Content-Type", "application/x-www-form-urlencoded")
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

  /** msal4j drops members of the claims that it does not know. */
  private String withClaims(String form) {
    return claims == null || !form.contains("grant_type=")
        ? form
        : form + "&claims=" + Urls.encode(claims);
  }

  private record Success(String body) implements IHttpResponse {
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
      return "Success[hidden]";
    }
  }
}
