package canon.cpp.cloudservice.examples;

import canon.cpp.cloudservice.SdkVersion;

/** Placeholder. */
public final class Quickstart {
  private Quickstart() {}

  /**
   * Prints the version of the SDK.
   *
   * @param args not used
   */
  public static void main(String[] args) {
    System.out.println("PRISMAsync cloud service SDK " + SdkVersion.current());
  }
}
