package canon.cpp.cloudservice.testing.internal.standalone;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version in the manifest of the program. */
final class FakeVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = FakeVersion.class.getPackage().getImplementationVersion();
    return new String[] {Optional.ofNullable(version).orElse("(not packaged)")};
  }
}
