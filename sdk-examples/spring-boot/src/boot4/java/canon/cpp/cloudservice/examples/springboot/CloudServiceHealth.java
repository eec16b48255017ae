package canon.cpp.cloudservice.examples.springboot;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.diagnosis.Check;
import canon.cpp.cloudservice.diagnosis.CheckState;
import canon.cpp.cloudservice.diagnosis.Diagnosis;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Reports whether the service can be reached. It needs no account. */
@Component("cloudService")
class CloudServiceHealth implements HealthIndicator {
  private final CloudServiceClient client;

  CloudServiceHealth(CloudServiceClient client) {
    this.client = client;
  }

  @Override
  public Health health() {
    Diagnosis diagnosis = client.diagnose().timeout(Duration.ofSeconds(5)).execute();
    Health.Builder health = diagnosis.isHealthy() ? Health.up() : Health.down();
    for (Check check : diagnosis.checks()) {
      if (check.state() == CheckState.FAILED) {
        health.withDetail(check.kind().toString(), check.finding());
      }
    }
    return health.build();
  }
}
