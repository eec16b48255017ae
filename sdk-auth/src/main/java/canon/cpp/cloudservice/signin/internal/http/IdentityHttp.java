package canon.cpp.cloudservice.signin.internal.http;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.AuthenticationExceptionBuilder;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.internal.http.MediaTypes;
import canon.cpp.cloudservice.internal.http.RetryAfter;
import canon.cpp.cloudservice.internal.http.Urls;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Sends all requests to one identity provider over the host's transport, those of a library too.
 * Returns responses of the provider only. Anything else, such as a redirect or a proxy's page,
 * becomes an {@link AuthenticationException} that quotes nothing of it.
 */
public final class IdentityHttp {
  /** More than any token, discovery document or key set needs. */
  static final int MAX_BODY_BYTES = 1024 * 1024;

  private final HttpTransport transport;
  private final String provider;
  private final Clock clock;

  /**
   * Creates the client of one identity provider.
   *
   * @param provider the provider's name in messages
   */
  public IdentityHttp(HttpTransport transport, String provider, Clock clock) {
    this.transport = requireNonNull(transport, "transport");
    this.provider = provider;
    this.clock = clock;
  }

  /** Posts a form and reads the response as JSON. */
  public IdentityResponse post(URI uri, Map<String, String> form, Duration timeout) {
    return answer(
        exchange(
            HttpRequest.of("POST", uri, timeout)
                .withHeader("Content-Type", "application/x-www-form-urlencoded")
                .withHeader("Accept", "application/json")
                .withBody(FormParameters.encode(form).getBytes(StandardCharsets.US_ASCII))));
  }

  /** Reads a response of {@link #exchange} as JSON. */
  public IdentityResponse answer(HttpResponse response) {
    return IdentityResponse.read(
        response, RetryAfter.read(response.headers(), clock), () -> unreadable(response));
  }

  /** Sends a request unchanged and returns the provider's response, whatever its status. */
  public HttpResponse exchange(HttpRequest request) {
    HttpResponse response;
    try {
      response = transport.send(request.withMaxBodyBytes(MAX_BODY_BYTES));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(AuthenticationErrorKind.CANCELLED)
          .summary("the sign-in was interrupted")
          .cause(e)
          .build();
    } catch (HttpTransportException e) {
      throw failure(kindOf(e)).summary(summary(e, request.uri())).cause(e).build();
    }
    if (response.status() / 100 == 3) {
      throw failure(AuthenticationErrorKind.TOKEN_ENDPOINT)
          .status(response.status())
          .summary(
              Urls.origin(request.uri())
                  + " redirects; a request with a secret does not follow redirects")
          .remedy("Check the configured address, and whether a proxy responds in its place.")
          .build();
    }
    if (MediaTypes.isHtml(response)) {
      throw failure(AuthenticationErrorKind.PROXY)
          .status(response.status())
          .summary(
              "an HTML page was received instead of a response of " + Urls.origin(request.uri()))
          .build();
    }
    return response;
  }

  /** Starts an exception that names the provider. */
  public AuthenticationExceptionBuilder failure(AuthenticationErrorKind kind) {
    return AuthenticationException.builder(kind).provider(provider);
  }

  private AuthenticationException unreadable(HttpResponse response) {
    return failure(AuthenticationErrorKind.TOKEN_ENDPOINT)
        .status(response.status())
        .summary("the response cannot be read as JSON")
        .build();
  }

  private static AuthenticationErrorKind kindOf(HttpTransportException failure) {
    return switch (failure.reason()) {
      case PROXY -> AuthenticationErrorKind.PROXY;
      case TIMEOUT -> AuthenticationErrorKind.TIMED_OUT;
      default -> AuthenticationErrorKind.TOKEN_ENDPOINT;
    };
  }

  /** A transport's message may be shown: it contains no secret. */
  private static String summary(HttpTransportException failure, URI uri) {
    return "no response was received from " + Urls.origin(uri) + ": " + failure.getMessage();
  }
}
