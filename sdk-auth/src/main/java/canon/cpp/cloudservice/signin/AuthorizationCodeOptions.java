package canon.cpp.cloudservice.signin;

import static canon.cpp.cloudservice.internal.values.Checks.opaque;
import static canon.cpp.cloudservice.internal.values.Checks.text;

import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.signin.internal.user.RedirectUris;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an {@link AuthorizationCodeSession} is begun. Immutable.
 *
 * <pre>{@code
 * AuthorizationCodeOptions options =
 *     AuthorizationCodeOptions.of(URI.create("https://printer.example/callback"))
 *         .withLoginHint("admin@contoso.com");
 * }</pre>
 */
@CheckReturnValue
public final class AuthorizationCodeOptions {
  private static final int MAX_ADDRESS = 254;

  private final URI redirectUri;
  private final boolean formPost;
  private final @Nullable String loginHint;
  private final @Nullable String claims;

  private AuthorizationCodeOptions(
      URI redirectUri, boolean formPost, @Nullable String loginHint, @Nullable String claims) {
    this.redirectUri = redirectUri;
    this.formPost = formPost;
    this.loginHint = loginHint;
    this.claims = claims;
  }

  /**
   * The options with their defaults.
   *
   * @param redirectUri where the browser comes back to, as registered at the identity provider
   * @return the options
   * @throws IllegalArgumentException if it is not absolute, has a fragment or user, or begins
   *     neither with https nor, for this machine itself, with http
   */
  public static AuthorizationCodeOptions of(URI redirectUri) {
    return new AuthorizationCodeOptions(RedirectUris.check(redirectUri), false, null, null);
  }

  /**
   * Has the browser come back with POST, which keeps the code out of addresses and their logs, and
   * out of reach of cookies that are {@code SameSite=Lax}: the one that binds the browser to the
   * session has to be {@code SameSite=None} then.
   *
   * @return options with POST
   */
  public AuthorizationCodeOptions withFormPost() {
    return new AuthorizationCodeOptions(redirectUri, true, loginHint, claims);
  }

  /**
   * Fills in an address on the identity provider's page. The person can choose another account.
   *
   * @param address the address; not blank, at most 254 characters
   * @return options with the address
   * @throws IllegalArgumentException if it is blank, too long or has control characters
   */
  public AuthorizationCodeOptions withLoginHint(String address) {
    return new AuthorizationCodeOptions(
        redirectUri, formPost, text("address", address, MAX_ADDRESS), claims);
  }

  /**
   * Asks for what {@link canon.cpp.cloudservice.errors.AuthenticationException#claims()} demands.
   *
   * @param json the claims
   * @return options with the claims
   */
  public AuthorizationCodeOptions withClaims(String json) {
    return new AuthorizationCodeOptions(redirectUri, formPost, loginHint, opaque("json", json));
  }

  /**
   * Where the browser comes back to.
   *
   * @return an absolute address
   */
  public URI redirectUri() {
    return redirectUri;
  }

  /**
   * Whether the browser comes back with POST.
   *
   * @return false for GET
   */
  public boolean formPost() {
    return formPost;
  }

  /**
   * The address to fill in.
   *
   * @return the address, or empty
   */
  public Optional<String> loginHint() {
    return Optional.ofNullable(loginHint);
  }

  /**
   * What the service demanded.
   *
   * @return the claims as JSON, or empty
   */
  public Optional<String> claims() {
    return Optional.ofNullable(claims);
  }

  /** Shows where it leads back to. */
  @Override
  public String toString() {
    return "AuthorizationCodeOptions[" + redirectUri + "]";
  }
}
