package canon.cpp.cloudservice.testing;

import canon.cpp.cloudservice.SdkVersion;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Placeholder. */
public final class FakeCloudServiceExtension implements BeforeEachCallback {
  /** Makes an extension. */
  public FakeCloudServiceExtension() {}

  @Override
  public void beforeEach(ExtensionContext context) {
    context.publishReportEntry("sdk", String.valueOf(SdkVersion.current()));
  }
}
