package canon.cpp.cloudservice.testing.internal.identity.entra;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The requested scopes of a token. */
final class Scopes {
  static final String DEFAULT = ".default";
  private static final String API = "api://";
  private static final Set<String> OPENID = Set.of("openid", "profile", "email", "offline_access");

  private final List<String> asked;
  private final Optional<EntraRegistration> resource;
  private final Set<String> names;

  private Scopes(List<String> asked, Optional<EntraRegistration> resource, Set<String> names) {
    this.asked = asked;
    this.resource = resource;
    this.names = names;
  }

  /**
   * Reads scopes.
   *
   * @throws EntraErrorException if they are not those of one API that is registered
   */
  static Scopes parse(List<String> asked, EntraDirectory directory) {
    EntraRegistration resource = null;
    Set<String> names = new LinkedHashSet<>();
    for (String scope : asked) {
      if (OPENID.contains(scope)) {
        continue;
      }
      int slash = scope.lastIndexOf('/');
      if (!scope.startsWith(API) || slash < API.length() || slash == scope.length() - 1) {
        throw EntraErrorException.of("invalid_scope", 70011, "The provided scope is not valid.");
      }
      EntraRegistration named =
          directory.findApp(scope.substring(API.length(), slash)).orElseThrow(Scopes::noApi);
      if (resource != null && resource != named) {
        throw EntraErrorException.of(
            "invalid_scope", 28000, "The scopes are those of several resources.");
      }
      resource = named;
      names.add(scope.substring(slash + 1));
    }
    return new Scopes(asked, Optional.ofNullable(resource), names);
  }

  /**
   * Rejects scopes that could not be parsed.
   *
   * @throws EntraErrorException if they are not those of one API that is registered
   */
  static void check(List<String> asked, EntraDirectory directory) {
    parse(asked, directory);
  }

  /** Returns the API; empty if only the user's own data are requested. */
  Optional<EntraRegistration> resource() {
    return resource;
  }

  boolean isDefaultOnly() {
    return names.equals(Set.of(DEFAULT));
  }

  boolean has(String name) {
    return asked.contains(name);
  }

  /** Returns the granted scopes. A request for all consented scopes gets the API's only one. */
  String granted() {
    return isDefaultOnly() ? "access" : String.join(" ", names);
  }

  List<String> asked() {
    return asked;
  }

  private static EntraErrorException noApi() {
    return EntraErrorException.of(
        "invalid_resource", 500011, "The resource principal was not found.");
  }
}
