package canon.cpp.cloudservice.wire;

import static canon.cpp.cloudservice.wire.Samples.SITE;
import static canon.cpp.cloudservice.wire.Samples.SITE_JSON;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SiteWireTest {
  @RegisterExtension static final WireService service = new WireService();

  @Test
  void getSite() {
    service
        .expects("GET /v1/site")
        .answering(SITE_JSON)
        .when(client -> client.site().get())
        .gives(SITE);
  }

  @Test
  void theLongestTimeoutIsAccepted() {
    service
        .expects("GET /v1/site")
        .answering(SITE_JSON)
        .when(client -> client.site().get().timeout(Duration.ofDays(365)))
        .gives(SITE);
  }
}
