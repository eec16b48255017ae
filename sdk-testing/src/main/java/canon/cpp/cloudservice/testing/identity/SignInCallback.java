package canon.cpp.cloudservice.testing.identity;

import canon.cpp.cloudservice.testing.internal.wire.Parameters;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the browser brings back to the application after a sign-in: the authorization response.
 *
 * <pre>{@code
 * SignInCallback callback = entra.signIn(session.url(), "admin@contoso.com");
 * TokenProvider provider = session.complete(callback.parameters(), Duration.ofSeconds(30));
 * }</pre>
 *
 * @param redirectUri the redirect address of the application
 * @param parameters {@code code} and {@code state}, or {@code error} and {@code state}
 * @param formPost whether the browser posts them as a form; otherwise they are in the query
 */
public record SignInCallback(URI redirectUri, Map<String, String> parameters, boolean formPost) {
  /**
   * Makes a callback.
   *
   * @param redirectUri where the program wanted to have it
   * @param parameters {@code code} and {@code state}, or {@code error} and {@code state}
   * @param formPost whether the browser posts it as a form; otherwise it is in the query
   */
  public SignInCallback {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /**
   * Returns the address that the browser opens: the redirect address, with the parameters in the
   * query unless they are posted.
   *
   * @return an address
   */
  public URI uri() {
    if (formPost) {
      return redirectUri;
    }
    String separator = redirectUri.getRawQuery() == null ? "?" : "&";
    return URI.create(redirectUri + separator + encoded());
  }

  /**
   * Returns the parameters in the encoding of a query or form.
   *
   * @return encoded text
   */
  public String encoded() {
    return Parameters.encode(parameters);
  }

  /** Returns the address and the error, but no code. */
  @Override
  public String toString() {
    String outcome = parameters.getOrDefault("error", "code=***");
    return "SignInCallback[" + redirectUri + ", " + outcome + "]";
  }
}
