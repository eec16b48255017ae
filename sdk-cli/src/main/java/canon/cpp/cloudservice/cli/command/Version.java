package canon.cpp.cloudservice.cli.command;

import picocli.CommandLine.IVersionProvider;

/** The versions of this program and of Java. */
public final class Version implements IVersionProvider {
  /** Returns the version in the manifest of the program. */
  public static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "cloudservice " + number(),
      "Java "
          + Runtime.version()
          + ", "
          + System.getProperty("os.name")
          + " "
          + System.getProperty("os.arch")
    };
  }
}
