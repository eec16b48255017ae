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
 * Sends to the host that a program runs on. That it has no identity to give is no failure: the
 * program may run elsewhere, so a chain has to hear it soon.
 */
final class ManagedIdentitySender implements MsalSender {
  /** A virtual machine's own address answers at once; elsewhere nothing ever does. */
  private static final Duration REACH = Duration.ofSeconds(1);

  private final IdentityHttp http;
  private final AtomicBoolean reached;

  /**
   * Creates the way.
   *
   * @param reached whether the host has answered before
   */
  ManagedIdentitySender(IdentityHttp http, AtomicBoolean reached) {
    this.http = http;
    this.reached = reached;
  }

  @Override
  public IdentityResponse send(HttpRequest request) {
    if (!reached.get() && request.headers().keySet().stream().anyMatch(this::isVirtualMachines)) {
      reach(request);
    }
    IdentityResponse answer;
    try {
      answer = http.answer(http.exchange(request));
    } catch (AuthenticationException e) {
      throw e.kind() == AuthenticationErrorKind.TOKEN_ENDPOINT && e.status().isEmpty()
          ? nobodyThere(e)
          : e;
    }
    if (!answer.isSuccess()) {
      throw failure(answer);
    }
    return answer;
  }

  private boolean isVirtualMachines(String header) {
    return header.toLowerCase(Locale.ROOT).equals("metadata");
  }

  /** Any answer will do; without the header and the query it is a rejection. */
  private void reach(HttpRequest request) {
    URI address = request.uri().resolve(request.uri().getRawPath());
    Duration time = request.timeout().compareTo(REACH) < 0 ? request.timeout() : REACH;
    try {
      var unused = http.exchange(HttpRequest.of("GET", address, time));
    } catch (AuthenticationException e) {
      throw e.kind() == AuthenticationErrorKind.CANCELLED ? e : nobodyThere(e);
    }
    reached.set(true);
  }

  private AuthenticationException nobodyThere(AuthenticationException cause) {
    return http.failure(AuthenticationErrorKind.UNAVAILABLE)
        .summary("no host that gives its programs an identity answers here")
        .remedy("Use another way.")
        .cause(cause)
        .build();
  }

  private AuthenticationException failure(IdentityResponse answer) {
    return switch (answer.status()) {
      case 400 -> isNoIdentity(answer.error().orElse(null)) ? none(answer) : other(answer);
      case 404 -> none(answer);
      default -> other(answer);
    };
  }

  private static boolean isNoIdentity(@Nullable String error) {
    return error == null || error.equals("invalid_request");
  }

  private AuthenticationException none(IdentityResponse answer) {
    return http.failure(AuthenticationErrorKind.UNAVAILABLE)
        .status(answer.status())
        .summary("the host has no such identity")
        .remedy("Assign one to it, or check the identity's client id.")
        .build();
  }

  private AuthenticationException other(IdentityResponse answer) {
    return EntraErrors.of(http, answer);
  }
}
