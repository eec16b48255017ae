package canon.cpp.cloudservice.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token of the fake is never sent to another address: a wrong configuration fails first. */
class NeverProductionTest {
  private static final String ADMIN = "admin@contoso.com";

  private final FakeCloudService fake =
      FakeCloudService.builder().site(site -> site.administrator(ADMIN)).build();
  private final AtomicInteger sent = new AtomicInteger();
  private final HttpTransport counting =
      new HttpTransport() {
        @Override
        public HttpResponse send(HttpRequest request) {
          sent.incrementAndGet();
          throw new AssertionError("Nothing must be sent");
        }

        @Override
        public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
          sent.incrementAndGet();
          return CompletableFuture.failedFuture(new AssertionError("Nothing must be sent"));
        }

        @Override
        public void close() {}
      };

  @AfterEach
  void close() {
    fake.close();
  }

  private void assertNotSent(String address, TokenProvider provider) {
    try (CloudServiceClient client =
        CloudServiceClient.builder(URI.create(address)).transport(counting).build()) {
      CloudServiceClient mixedUp = client.withTokenProvider(provider);

      assertThatThrownBy(() -> mixedUp.users().add("john@contoso.com").execute())
          .isInstanceOfSatisfying(
              AuthenticationException.class,
              e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT));
      assertThatThrownBy(() -> mixedUp.users().add("john@contoso.com").executeAsync().join())
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(AuthenticationException.class);
      assertThat(sent).hasValue(0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://remotecontrol.cpp.canon",
        "https://api.contoso.com/cloud",
        "http://127.0.0.1:1",
        "https://cloud-service.fake.invalid:8443",
        "https://cloud-service.fake.invalid.contoso.com"
      })
  void aTokenOfEitherEndpointIsNotSentToAnotherService(String address) {
    AccessToken ofProcess = fake.tokenFor(ADMIN);
    AccessToken ofHttp = fake.http().tokenFor(FakeAccount.of(ADMIN));

    assertNotSent(address, TokenProvider.fixed(ofProcess));
    assertNotSent(address, TokenProvider.fixed(ofHttp));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://remotecontrol.cpp.canon", "https://api.contoso.com"})
  void aTokenOfItsProvidersIsNotSentToAnotherService(String address) {
    assertNotSent(address, fake.inProcess().tokenProvider(FakeAccount.of(ADMIN)));
    assertNotSent(address, fake.http().tokenProvider(FakeAccount.of(ADMIN)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"in process", "http"})
  void aTokenOfOneEndpointIsNotSentToTheOther(String endpoint) {
    boolean http = endpoint.equals("http");
    FakeEndpoint here = http ? fake.http() : fake.inProcess();
    FakeEndpoint other = http ? fake.inProcess() : fake.http();

    assertNotSent(other.address().toString(), TokenProvider.fixed(here.tokenFor(ADMIN)));
    assertThat(fake.log().entries()).isEmpty();
  }
}
