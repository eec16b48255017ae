package canon.cpp.cloudservice.bulk;

import canon.cpp.cloudservice.CloudServiceClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The code in {@code docs/privacy.md}. */
final class PrivacySnippets {
  private static final Logger trail = LoggerFactory.getLogger("audit");

  private PrivacySnippets() {}

  static List<Path> deleting() {
    List<Path> deleted = Retention.of(Duration.ofDays(90)).purge(Path.of("journals"));
    return deleted;
  }

  static void auditing(CloudServiceClient admin) {
    CloudServiceClient audited = admin.withAudit("operator-17", event -> trail.info("{}", event));
    audited.users().remove("john@contoso.com").fromEveryList().execute();
  }
}
