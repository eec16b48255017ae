package canon.cpp.cloudservice.signin.internal.microsoft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checks for msal4j before a class that needs it is loaded. */
public final class MsalLibrary {
  /**
   * One class of each module that has to be there, by the modules' names. msal4j does not say
   * itself that it needs the second.
   */
  private static final Map<String, String> MODULES =
      new TreeMap<>(
          Map.of(
              "com.microsoft.aad.msal4j", "com.microsoft.aad.msal4j.IHttpClient",
              "com.azure.json", "com.azure.json.JsonReader"));

  private MsalLibrary() {}

  /**
   * Says what is missing.
   *
   * @throws IllegalStateException if msal4j is not there, or not all that it needs
   */
  public static void require() {
    require(MsalLibrary.class.getClassLoader());
  }

  static void require(ClassLoader loader) {
    List<String> missing = new ArrayList<>();
    MODULES.forEach(
        (module, type) -> {
          if (!isThere(type, loader)) {
            missing.add(module);
          }
        });
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "Signing in with Microsoft accounts needs msal4j, of which is missing here: "
              + String.join(", ", missing)
              + ". Add com.microsoft.azure:msal4j to the program's dependencies; a program on the"
              + " module path requires these modules, too.");
    }
  }

  private static boolean isThere(String type, ClassLoader loader) {
    try {
      Class<?> unused = Class.forName(type, false, loader);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
