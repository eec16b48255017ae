package canon.cpp.cloudservice.internal.http;

import static java.util.Objects.requireNonNull;

/** What the library calls itself on the wire. */
public final class UserAgent {
  private UserAgent() {}

  public static String checkAppInfo(String appInfo) {
    requireNonNull(appInfo, "appInfo");
    if (appInfo.trim().isEmpty() || !appInfo.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
      throw new IllegalArgumentException(
          "appInfo must be visible ASCII and spaces, such as SettingsEditor/2.3");
    }
    return appInfo.trim();
  }

  public static String of(String appInfo) {
    String version = UserAgent.class.getPackage().getImplementationVersion();
    String own =
        "cloudservice-sdk-java/"
            + (version == null ? "dev" : version)
            + " (Java "
            + System.getProperty("java.version", "?").replaceAll("[^\\x21-\\x7e]", "")
            + ")";
    return appInfo.isEmpty() ? own : appInfo + " " + own;
  }
}
