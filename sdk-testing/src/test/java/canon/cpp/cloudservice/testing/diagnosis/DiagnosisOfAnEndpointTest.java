package canon.cpp.cloudservice.testing.diagnosis;

import static canon.cpp.cloudservice.diagnosis.CheckKind.CLOCK;
import static canon.cpp.cloudservice.diagnosis.CheckKind.CONNECTION;
import static canon.cpp.cloudservice.diagnosis.CheckKind.NAME_RESOLUTION;
import static canon.cpp.cloudservice.diagnosis.CheckKind.SERVICE;
import static canon.cpp.cloudservice.diagnosis.CheckKind.TLS;
import static canon.cpp.cloudservice.diagnosis.CheckKind.TOKEN;
import static canon.cpp.cloudservice.diagnosis.CheckState.FAILED;
import static canon.cpp.cloudservice.diagnosis.CheckState.OK;
import static canon.cpp.cloudservice.diagnosis.CheckState.SKIPPED;
import static canon.cpp.cloudservice.diagnosis.CheckState.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.diagnosis.Diagnosis;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.testing.FakeCloudService;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Diagnoses through the endpoints of the fake, with the library's own transports. */
@Timeout(60)
class DiagnosisOfAnEndpointTest {
  private final FakeCloudService fake =
      FakeCloudService.builder().site(site -> site.administrator("admin@contoso.com")).build();

  @AfterEach
  void close() {
    fake.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void allChecksAreMadeOverHttp(boolean jdk) {
    diagnose(
        jdk,
        Clock.systemUTC(),
        diagnosis -> {
          assertThat(diagnosis.isHealthy()).as(diagnosis.toText()).isTrue();
          assertThat(diagnosis.check(NAME_RESOLUTION).state()).isEqualTo(OK);
          assertThat(diagnosis.check(CONNECTION).state()).isEqualTo(OK);
          assertThat(diagnosis.check(TLS).state()).isEqualTo(SKIPPED);
          assertThat(diagnosis.check(SERVICE).state()).isEqualTo(OK);
          assertThat(diagnosis.check(CLOCK).state()).isEqualTo(OK);
          assertThat(diagnosis.check(TOKEN).state()).isEqualTo(OK);
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aWrongClockIsReported(boolean jdk) {
    Clock slow = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-90).minusSeconds(30));

    diagnose(
        jdk,
        slow,
        diagnosis -> {
          assertThat(diagnosis.check(CLOCK).state()).isEqualTo(WARNING);
          assertThat(diagnosis.check(CLOCK).finding())
              .isEqualTo("this machine's clock is 1 h 30 min behind the service's");
        });
  }

  @Test
  void theInProcessEndpointReportsTheFakesTime() {
    try (CloudServiceClient client = fake.inProcess().clientBuilder().build()) {
      Diagnosis diagnosis = client.diagnose().execute();

      assertThat(diagnosis.check(CLOCK).state()).isEqualTo(OK);
      assertThat(diagnosis.check(CONNECTION).finding())
          .isEqualTo("this transport does not support the check");
    }
  }

  @Test
  void aServiceThatIsDownIsReported() {
    fake.faults().onEveryOperation().respond(503);
    try (CloudServiceClient client = fake.inProcess().clientBuilder().build()) {
      Diagnosis diagnosis = client.diagnose().execute();

      assertThat(diagnosis.check(SERVICE).state()).isEqualTo(FAILED);
      assertThat(diagnosis.check(SERVICE).finding()).contains("(503");
    }
  }

  private void diagnose(boolean jdk, Clock clock, Consumer<Diagnosis> check) {
    try (HttpTransport network =
            (jdk ? HttpTransport.jdk() : HttpTransport.urlConnection()).build();
        CloudServiceClient client =
            CloudServiceClient.builder(fake.http().address())
                .transport(network)
                .clock(clock)
                .build()) {
      CloudServiceClient admin = client.withToken(fake.http().tokenFor("admin@contoso.com"));
      check.accept(admin.diagnose().execute());
      check.accept(admin.diagnose().executeAsync().join());
    }
  }
}
