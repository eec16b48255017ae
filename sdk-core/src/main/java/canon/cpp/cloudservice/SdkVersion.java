package canon.cpp.cloudservice;

import org.jspecify.annotations.Nullable;

/** The version of this SDK. */
public final class SdkVersion {
  private SdkVersion() {}

  /**
   * Tells the version.
   *
   * @return the version, or null when the classes do not come from a released jar
   */
  public static @Nullable String current() {
    return SdkVersion.class.getPackage().getImplementationVersion();
  }
}
