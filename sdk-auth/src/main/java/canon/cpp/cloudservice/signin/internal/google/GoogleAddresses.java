package canon.cpp.cloudservice.signin.internal.google;

import canon.cpp.cloudservice.internal.http.Urls;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Where Google is: on its own hosts, or, for tests, all of it at one address. */
public final class GoogleAddresses {
  /** The real ones. */
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
   * All of Google's paths at one address, which also names the issuer.
   *
   * @throws IllegalArgumentException if it is no address that secrets may be sent to
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

  /** What an ID token may name as its issuer. */
  Set<String> issuers() {
    return issuers;
  }

  /** Shows where people sign in and where tokens come from. */
  @Override
  public String toString() {
    return accounts + " and " + oauth;
  }

  /** Where a request to one of Google's hosts goes; any other stays. */
  URI route(URI uri) {
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    return elsewhere && host.endsWith(".googleapis.com")
        ? URI.create(
            oauth + uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()))
        : uri;
  }
}
