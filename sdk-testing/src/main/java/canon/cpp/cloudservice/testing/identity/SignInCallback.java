package canon.cpp.cloudservice.testing.identity;

import canon.cpp.cloudservice.testing.internal.identity.http.Parameters;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the browser brings back to the program when somebody has signed in, or has not.
 *
 * <pre>{@code
 * SignInCallback callback = entra.signIn(session.authorizationUrl(), "admin@contoso.com");
 * TokenProvider provider = session.complete(callback.parameters());
 * }</pre>
 *
 * @param redirectUri where the program wanted to have it
 * @param parameters {@code code} and {@code state}, or {@code error} and {@code state}
 * @param formPost whether the browser posts it as a form; otherwise it is in the query
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
   * The address that the browser opens: the redirect address, with the parameters in the query
   * unless they are posted.
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
   * The parameters as a query or a form has them.
   *
   * @return encoded text
   */
  public String encoded() {
    return Parameters.encode(parameters);
  }

  /** Shows where it goes and what is wrong, but no code. */
  @Override
  public String toString() {
    String outcome = parameters.getOrDefault("error", "code=***");
    return "SignInCallback[" + redirectUri + ", " + outcome + "]";
  }
}
