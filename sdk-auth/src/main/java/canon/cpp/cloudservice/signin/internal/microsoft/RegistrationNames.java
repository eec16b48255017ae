package canon.cpp.cloudservice.signin.internal.microsoft;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.internal.http.Urls;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the names of a registration, which become part of URLs. */
public final class RegistrationNames {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,253}");
  private static final Set<String> SHARED = Set.of("common", "organizations", "consumers");

  private RegistrationNames() {}

  /** Returns an id as the registration shows it, usually a UUID. */
  public static String id(String what, String value) {
    if (!NAME.matcher(requireNonNull(value, what)).matches()) {
      throw new IllegalArgumentException(
          what
              + " must be the id that the registration shows, such as a UUID, without a scheme or"
              + " path");
    }
    return value;
  }

  /** Returns the name of one tenant, or a name for several. */
  public static String tenants(String value) {
    return id("tenant", value).toLowerCase(Locale.ROOT);
  }

  /** Returns the name of one tenant. */
  public static String tenant(String value) {
    String tenant = tenants(value);
    if (SHARED.contains(tenant)) {
      throw new IllegalArgumentException(
          "Tokens without a user's sign-in belong to one tenant, but '"
              + tenant
              + "' names several. Give the organisation's domain or tenant id.");
    }
    return tenant;
  }

  /** Returns the address of a cloud: https, and nothing after host and port. */
  public static URI cloud(URI value) {
    URI address = requireNonNull(value, "authority");
    String path = address.getRawPath();
    if (!"https".equalsIgnoreCase(address.getScheme())
        || address.getHost() == null
        || address.getRawUserInfo() != null
        || address.getRawQuery() != null
        || address.getRawFragment() != null
        || !(path == null || path.isEmpty() || path.equals("/"))) {
      throw new IllegalArgumentException(
          "The authority must be https and a host, such as https://login.microsoftonline.us,"
              + " without a tenant");
    }
    return URI.create(Urls.origin(address));
  }
}
