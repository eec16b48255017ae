package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import canon.cpp.cloudservice.signin.internal.http.IdentityResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Sends to the endpoint of the host on which the application runs. If there is no such endpoint or
 * identity, the error is {@code UNAVAILABLE}, so that a chain soon tries its next provider.
 */
final class ManagedIdentitySender implements MsalSender {
  /** On a virtual machine the address responds at once; elsewhere it never does. */
  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(1);

  private final IdentityHttp http;
  private final AtomicBoolean reached;

  /**
   * Creates a sender.
   *
   * @param reached whether the host has responded before; set here
   */
  ManagedIdentitySender(IdentityHttp http, AtomicBoolean reached) {
    this.http = http;
    this.reached = reached;
  }

  @Override
  public IdentityResponse send(HttpRequest request) {
    if (!reached.get() && request.headers().keySet().stream().anyMatch(this::isImdsHeader)) {
      probe(request);
    }
    IdentityResponse response;
    try {
      response = http.answer(http.exchange(request));
    } catch (AuthenticationException e) {
      throw e.kind() == AuthenticationErrorKind.TOKEN_ENDPOINT && e.status().isEmpty()
          ? notReachable(e)
          : e;
    }
    if (!response.isSuccess()) {
      throw failure(response);
    }
    return response;
  }

  private boolean isImdsHeader(String header) {
    return header.toLowerCase(Locale.ROOT).equals("metadata");
  }

  /** Any response will do; without the header and the query it is a rejection. */
  private void probe(HttpRequest request) {
    URI address = request.uri().resolve(request.uri().getRawPath());
    Duration timeout =
        request.timeout().compareTo(PROBE_TIMEOUT) < 0 ? request.timeout() : PROBE_TIMEOUT;
    try {
      var unused = http.exchange(HttpRequest.of("GET", address, timeout));
    } catch (AuthenticationException e) {
      throw e.kind() == AuthenticationErrorKind.CANCELLED ? e : notReachable(e);
    }
    reached.set(true);
  }

  private AuthenticationException notReachable(AuthenticationException cause) {
    return http.failure(AuthenticationErrorKind.UNAVAILABLE)
        .summary("no endpoint for managed identities responds on this host")
        .remedy("Use another credential.")
        .cause(cause)
        .build();
  }

  private AuthenticationException failure(IdentityResponse response) {
    return switch (response.status()) {
      case 400 ->
          saysNoIdentity(response.error().orElse(null)) ? noIdentity(response) : other(response);
      case 404 -> noIdentity(response);
      default -> other(response);
    };
  }

  private static boolean saysNoIdentity(@Nullable String error) {
    return error == null || error.equals("invalid_request");
  }

  private AuthenticationException noIdentity(IdentityResponse response) {
    return http.failure(AuthenticationErrorKind.UNAVAILABLE)
        .status(response.status())
        .summary("the host does not have this identity")
        .remedy("Assign one to it, or check the identity's client id.")
        .build();
  }

  private AuthenticationException other(IdentityResponse response) {
    return EntraErrors.of(http, response);
  }
}
