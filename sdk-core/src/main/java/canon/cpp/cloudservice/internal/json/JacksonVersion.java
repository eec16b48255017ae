package canon.cpp.cloudservice.internal.json;

import com.fasterxml.jackson.core.Version;

/** The version of Jackson that the host application brings. */
public final class JacksonVersion {
  private static final int MAJOR = 2;
  private static final int OLDEST_MINOR = 15;

  private JacksonVersion() {}

  /**
   * Checks that this library works with the Jackson on the class path. Otherwise the first response
   * would fail, after a change was sent.
   *
   * @throws IllegalStateException if it is too old or too new
   */
  public static void check() {
    check("jackson-core", com.fasterxml.jackson.core.json.PackageVersion.VERSION);
  }

  static void check(String artifact, Version version) {
    if (version.getMajorVersion() != MAJOR || version.getMinorVersion() < OLDEST_MINOR) {
      throw new IllegalStateException(
          "This library needs "
              + artifact
              + " 2.15 or later of version 2, but the class path has "
              + version
              + ". Add the BOM com.fasterxml.jackson:jackson-bom of a later version to your"
              + " build.");
    }
  }
}
