package canon.cpp.cloudservice.signin.internal.google;

import canon.cpp.cloudservice.internal.http.Urls;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** The addresses of Google: its own hosts, or, for tests, one address. */
public final class GoogleAddresses {
  /** The addresses of the real Google. */
  public static final GoogleAddresses GOOGLE =
      new GoogleAddresses(
          URI.create("https://accounts.google.com"),
          URI.create("https://oauth2.googleapis.com"),
          Set.of("https://accounts.google.com", "accounts.google.com"),
          false);

  private final URI accounts;
  private final URI oauth;
  private final Set<String> issuers;
  private final boolean elsewhere;

  private GoogleAddresses(URI accounts, URI oauth, Set<String> issuers, boolean elsewhere) {
    this.accounts = accounts;
    this.oauth = oauth;
    this.issuers = issuers;
    this.elsewhere = elsewhere;
  }

  /**
   * Uses one address for all of Google's paths and as the issuer.
   *
   * @throws IllegalArgumentException if secrets must not be sent to this address
   */
  public static GoogleAddresses at(URI address) {
    URI checked = Urls.serviceAddress(address);
    return new GoogleAddresses(checked, checked, Set.of(checked.toString()), true);
  }

  URI authorize() {
    return accounts.resolve("/o/oauth2/v2/auth");
  }

  URI token() {
    return oauth.resolve("/token");
  }

  URI deviceCode() {
    return oauth.resolve("/device/code");
  }

  URI revoke() {
    return oauth.resolve("/revoke");
  }

  /** Returns the accepted issuers of ID tokens. */
  Set<String> issuers() {
    return issuers;
  }

  /** Returns the authorization and the token endpoint. */
  @Override
  public String toString() {
    return accounts + " and " + oauth;
  }

  /** Returns the address for a request to one of Google's hosts; other addresses are unchanged. */
  URI route(URI uri) {
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    return elsewhere && host.endsWith(".googleapis.com")
        ? URI.create(
            oauth + uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()))
        : uri;
  }
}
