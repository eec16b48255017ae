package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.internal.http.Urls;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import canon.cpp.cloudservice.signin.internal.http.IdentityResponse;
import java.net.URI;

/** Sends to Microsoft's identity platform, at the configured authority only. */
final class EntraSender implements MsalSender {
  private final IdentityHttp http;
  private final MicrosoftSettings settings;

  EntraSender(IdentityHttp http, MicrosoftSettings settings) {
    this.http = http;
    this.settings = settings;
  }

  @Override
  public IdentityResponse send(HttpRequest request) {
    IdentityResponse response = exchange(request);
    if (!response.isSuccess()) {
      throw EntraErrors.of(http, response);
    }
    return response;
  }

  /** Sends the request and returns the response, whatever its status. */
  IdentityResponse exchange(HttpRequest request) {
    return http.answer(http.exchange(atAuthority(request, http, settings)));
  }

  /** Replaces the origin, because msal4j does not know the authority's port. */
  private static HttpRequest atAuthority(
      HttpRequest request, IdentityHttp http, MicrosoftSettings settings) {
    URI uri = request.uri();
    if (!Urls.sameOrigin(URI.create(settings.cloudWithoutPort()), uri)) {
      throw http.failure(AuthenticationErrorKind.OTHER)
          .summary("the sign-in belongs to " + Urls.origin(uri) + ", not to " + settings.cloud())
          .remedy("Check the authority, or sign in again.")
          .build();
    }
    HttpRequest redirected =
        HttpRequest.of(
                request.method(), settings.cloud().resolve(uri.getRawPath()), request.timeout())
            .withHeaders(request.headers());
    byte[] body = request.body();
    return body == null ? redirected : redirected.withBody(body);
  }
}
