package canon.cpp.cloudservice.signin;

import static canon.cpp.cloudservice.internal.values.Checks.opaque;
import static canon.cpp.cloudservice.internal.values.Checks.text;

import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.signin.internal.user.RedirectUris;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The options of an {@link AuthorizationCodeSession}. Immutable.
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
   * Returns the default options.
   *
   * @param redirectUri the redirect address, as registered at the identity provider
   * @return the options
   * @throws IllegalArgumentException if it is not absolute, has a fragment or user, or uses http
   *     for an address that is not a loopback address
   */
  public static AuthorizationCodeOptions of(URI redirectUri) {
    return new AuthorizationCodeOptions(RedirectUris.check(redirectUri), false, null, null);
  }

  /**
   * Makes the browser return with POST. The code then does not appear in addresses and their logs.
   * A cookie that is {@code SameSite=Lax} is not sent with POST, so the cookie that binds the
   * browser to the session must be {@code SameSite=None}.
   *
   * @return options with POST
   */
  public AuthorizationCodeOptions withFormPost() {
    return new AuthorizationCodeOptions(redirectUri, true, loginHint, claims);
  }

  /**
   * Fills in an address on the page of the identity provider. The user can choose another account.
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
   * Requests the claims that {@link canon.cpp.cloudservice.errors.AuthenticationException#claims()}
   * returned.
   *
   * @param json the claims
   * @return options with the claims
   */
  public AuthorizationCodeOptions withClaims(String json) {
    return new AuthorizationCodeOptions(redirectUri, formPost, loginHint, opaque("json", json));
  }

  /**
   * Returns the redirect address.
   *
   * @return an absolute address
   */
  public URI redirectUri() {
    return redirectUri;
  }

  /**
   * Returns whether the browser returns with POST.
   *
   * @return false for GET
   */
  public boolean formPost() {
    return formPost;
  }

  /**
   * Returns the address to fill in.
   *
   * @return the address, or empty
   */
  public Optional<String> loginHint() {
    return Optional.ofNullable(loginHint);
  }

  /**
   * Returns the claims to request.
   *
   * @return the claims as JSON, or empty
   */
  public Optional<String> claims() {
    return Optional.ofNullable(claims);
  }

  /** Returns the redirect address. */
  @Override
  public String toString() {
    return "AuthorizationCodeOptions[" + redirectUri + "]";
  }
}
