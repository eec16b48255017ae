package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.signin.internal.library.OptionalLibrary;
import java.util.List;
import java.util.Map;

/** Checks for msal4j before a class that needs it is loaded. */
public final class MsalLibrary {
  /** One class of each required module. msal4j does not declare that it requires the second. */
  private static final Map<String, OptionalLibrary.Lookup> MODULES =
      Map.of(
          "com.microsoft.aad.msal4j",
          () -> Class.forName("com.microsoft.aad.msal4j.IHttpClient"),
          "com.azure.json",
          () -> Class.forName("com.azure.json.JsonReader"));

  private MsalLibrary() {}

  /**
   * Checks that msal4j is present.
   *
   * @throws IllegalStateException if a module is missing; the message names it
   */
  public static void require() {
    require(MODULES);
  }

  static void require(Map<String, OptionalLibrary.Lookup> modules) {
    List<String> missing = OptionalLibrary.missing(modules);
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "Signing in with Microsoft accounts needs msal4j, of which is missing here: "
              + String.join(", ", missing)
              + ". Add com.microsoft.azure:msal4j to the application's dependencies. An application"
              + " on the module path also requires these modules.");
    }
  }
}
