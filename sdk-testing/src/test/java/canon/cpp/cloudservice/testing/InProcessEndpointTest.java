package canon.cpp.cloudservice.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InProcessEndpointTest {
  private final FakeCloudService fake =
      FakeCloudService.builder().site(site -> site.administrator("admin@contoso.com")).build();
  private final HttpTransport transport = fake.inProcess().transport();

  @AfterEach
  void close() {
    fake.close();
  }

  private HttpRequest getSite() {
    URI uri = URI.create(fake.inProcess().address() + "/v1/site");
    return HttpRequest.of("GET", uri, Duration.ofSeconds(10))
        .withHeader("Authorization", "Bearer " + fake.tokenFor("admin@contoso.com").value());
  }

  private static Reason reason(Throwable failure) {
    return ((HttpTransportException) failure).reason();
  }

  @Test
  void servesBlockingAndAsynchronousRequests() throws Exception {
    assertThat(transport.send(getSite()).status()).isEqualTo(200);
    assertThat(transport.sendAsync(getSite()))
        .isCompletedWithValueMatching(response -> response.status() == 200);
  }

  @Test
  void rejectsOtherAddresses() {
    HttpRequest elsewhere =
        HttpRequest.of("GET", URI.create("https://contoso.com/v1/site"), Duration.ofSeconds(1));

    assertThatThrownBy(() -> transport.send(elsewhere))
        .isInstanceOfSatisfying(
            HttpTransportException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(Reason.CONNECT);
              assertThat(e.mayHaveBeenSent()).isFalse();
            });
  }

  @Test
  void respectsTheBodyLimitOfTheRequest() {
    assertThatThrownBy(() -> transport.send(getSite().withMaxBodyBytes(10)))
        .satisfies(e -> assertThat(reason(e)).isEqualTo(Reason.MALFORMED_RESPONSE));
  }

  @Test
  void timeoutsUseTheFakesClock() {
    fake.faults().on("getSite").hold();
    CompletableFuture<?> held = transport.sendAsync(getSite());

    fake.clock().advance(Duration.ofSeconds(10).minusNanos(1));
    assertThat(held).isNotDone();
    fake.clock().advance(Duration.ofNanos(1));

    assertThatThrownBy(held::join)
        .cause()
        .satisfies(e -> assertThat(reason(e)).isEqualTo(Reason.TIMEOUT));
  }

  @Test
  void aHeldRequestContinuesWhenReleased() {
    Hold hold = fake.faults().on("getSite").hold();
    CompletableFuture<?> held = transport.sendAsync(getSite());

    hold.release();

    assertThat(held).isCompleted();
  }

  @Test
  void closingAbandonsRequestsInFlightAndRejectsNewOnes() {
    fake.faults().on("getSite").hold();
    CompletableFuture<?> held = transport.sendAsync(getSite());

    transport.close();
    transport.close();

    assertThat(held).isCompletedExceptionally();
    assertThatThrownBy(() -> transport.send(getSite()))
        .satisfies(e -> assertThat(reason(e)).isEqualTo(Reason.CLOSED));
  }

  @Test
  void anInterruptedThreadDoesNotSend() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> transport.send(getSite())).isInstanceOf(InterruptedException.class);
    assertThat(fake.log().entries()).isEmpty();
  }
}
