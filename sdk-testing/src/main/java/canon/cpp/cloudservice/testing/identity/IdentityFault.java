package canon.cpp.cloudservice.testing.identity;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.testing.Hold;
import canon.cpp.cloudservice.testing.internal.faults.CountedRules;
import canon.cpp.cloudservice.testing.internal.identity.entra.EntraErrorException;
import canon.cpp.cloudservice.testing.internal.identity.http.IdentityFaultEffect;
import canon.cpp.cloudservice.testing.internal.identity.http.RoutedRequest;
import canon.cpp.cloudservice.testing.internal.server.WebResponse;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * A fault of a fake identity provider: first how often and for which requests, last the effect.
 * Immutable.
 *
 * <pre>{@code
 * entra.faults().on(IdentityEndpoint.TOKEN).forGrant("refresh_token").times(1).proxyPage(503);
 * }</pre>
 */
public final class IdentityFault {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final CountedRules<RoutedRequest, IdentityFaultEffect> rules;
  private final Predicate<RoutedRequest> condition;
  private final int times;

  IdentityFault(
      CountedRules<RoutedRequest, IdentityFaultEffect> rules, Predicate<RoutedRequest> condition) {
    this(rules, condition, Integer.MAX_VALUE);
  }

  private IdentityFault(
      CountedRules<RoutedRequest, IdentityFaultEffect> rules,
      Predicate<RoutedRequest> condition,
      int times) {
    this.rules = rules;
    this.condition = condition;
    this.times = times;
  }

  /**
   * Limits how often the fault happens. By default it happens every time.
   *
   * @param count one or more
   * @return the fault with this limit
   * @throws IllegalArgumentException if the count is less than one
   */
  public IdentityFault times(int count) {
    if (count < 1) {
      throw new IllegalArgumentException(
          "A fault happens at least once, but the count is " + count);
    }
    return new IdentityFault(rules, condition, count);
  }

  /**
   * Limits the fault to token requests of one grant. By default it applies to all.
   *
   * @param grantType such as {@code refresh_token}
   * @return the fault for that grant only
   */
  public IdentityFault forGrant(String grantType) {
    requireNonNull(grantType, "grantType");
    return new IdentityFault(
        rules,
        condition.and(routed -> routed.request().form().get("grant_type").equals(grantType)),
        times);
  }

  /**
   * Responds with an error of Microsoft.
   *
   * @param error the error
   */
  public void reject(EntraError error) {
    happens(IdentityFaultEffect.reject(new EntraErrorException(error)));
  }

  /**
   * Responds with an error as RFC 6749 describes.
   *
   * @param status the status, 400 to 599
   * @param error the error, such as {@code slow_down}
   * @throws IllegalArgumentException if the status is not an error
   */
  public void reject(int status, String error) {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("An error has a status of 400 to 599, not " + status);
    }
    happens(IdentityFaultEffect.error(status, requireNonNull(error, "error")));
  }

  /**
   * Responds with 429 and a {@code Retry-After} in whole seconds, rounded up.
   *
   * @param wait the delay, zero or more
   * @throws IllegalArgumentException if the duration is negative
   */
  public void throttle(Duration wait) {
    if (wait.isNegative()) {
      throw new IllegalArgumentException("Retry-After cannot be negative, but is " + wait);
    }
    WebResponse answer =
        WebResponse.json(429, Json.object().put("error", "temporarily_unavailable"))
            .with("Retry-After", Long.toString(wait.plusNanos(999_999_999).toSeconds()));
    happens(IdentityFaultEffect.instead(answer));
  }

  /**
   * Responds with an HTML page, as a corporate proxy does.
   *
   * @param status any status, including 200
   */
  public void proxyPage(int status) {
    happens(IdentityFaultEffect.proxyPage(status));
  }

  /**
   * Redirects the client. If the target is another fake, its log shows what the client sent there.
   *
   * @param status 301, 302, 303, 307 or 308
   * @param location the target
   * @throws IllegalArgumentException if the status is not a redirect
   */
  public void redirect(int status, URI location) {
    if (!REDIRECTS.contains(status)) {
      throw new IllegalArgumentException("A redirect has one of " + REDIRECTS + ", not " + status);
    }
    happens(IdentityFaultEffect.redirect(status, requireNonNull(location, "location")));
  }

  /**
   * Responds with any content.
   *
   * @param status the status
   * @param contentType the media type
   * @param body the body
   */
  public void answer(int status, String contentType, String body) {
    happens(IdentityFaultEffect.instead(WebResponse.text(status, contentType, body)));
  }

  /** Breaks the connection before the endpoint has received the request. */
  public void drop() {
    happens(IdentityFaultEffect.drop());
  }

  /**
   * Holds the request before the endpoint receives it.
   *
   * @return the hold, which releases the requests
   */
  public Hold hold() {
    CompletableFuture<Void> reached = new CompletableFuture<>();
    CompletableFuture<Void> gate = new CompletableFuture<>();
    rules.addGate(gate);
    happens(IdentityFaultEffect.hold(reached, gate));
    return new Hold(reached, gate);
  }

  private void happens(IdentityFaultEffect effect) {
    var unused = rules.add(effect, condition, 0, times);
  }
}
