package canon.cpp.cloudservice.internal.http;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Builds the value of the User-Agent header. */
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
    String own =
        "cloudservice-sdk-java/"
            + version()
            + " (Java "
            + visible(System.getProperty("java.version", "?"))
            + ")";
    return appInfo.isEmpty() ? own : appInfo + " " + own;
  }

  private static String visible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0x20 && c < 0x7f) {
        visible.append(c);
      }
    }
    return visible.toString();
  }

  /** Reads a resource: neither modules nor Android can read the manifest. */
  private static String version() {
    Properties properties = new Properties();
    try (InputStream in = UserAgent.class.getResourceAsStream("version.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      // The version is informational only.
    }
    return properties.getProperty("version", "unknown");
  }
}
