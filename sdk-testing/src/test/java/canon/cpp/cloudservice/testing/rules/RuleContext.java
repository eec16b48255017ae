package canon.cpp.cloudservice.testing.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.PagedCall;
import canon.cpp.cloudservice.errors.RejectedException;
import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.FakeCloudServiceBuilder;
import canon.cpp.cloudservice.testing.FakeEndpoint;
import canon.cpp.cloudservice.testing.SiteSeed;
import canon.cpp.cloudservice.testing.contract.ValidatingTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * The context of an {@link EveryMode} test: a fake, the endpoint to it, and the execution mode.
 *
 * <pre>{@code
 * @EveryMode
 * @Rule("D8")
 * void …(RuleContext scene) {
 *   scene.site(site -> site.administrator("admin@contoso.com"));
 *   AddedUser added = scene.run(scene.client("admin@contoso.com").users().add("john@contoso.com"));
 * }
 * }</pre>
 */
final class RuleContext implements AutoCloseable {
  private final FakeMode mode;
  private final FakeCloudServiceBuilder builder = FakeCloudService.builder();
  private final List<CloudServiceClient> clients = new ArrayList<>();
  private FakeCloudService fake;

  RuleContext(FakeMode mode) {
    this.mode = mode;
  }

  /** Adds a site, before the fake is used. */
  RuleContext site(Consumer<SiteSeed> content) {
    assertThat(fake).as("the fake must not have started before a site is added").isNull();
    builder.site(content);
    return this;
  }

  FakeCloudService fake() {
    if (fake == null) {
      fake = builder.build();
    }
    return fake;
  }

  FakeEndpoint endpoint() {
    return mode.isHttp() ? fake().http().withFakeDelays() : fake().inProcess();
  }

  CloudServiceClient client(String email) {
    return client(FakeAccount.of(email));
  }

  /** A client whose requests and responses are all checked against the contract. */
  CloudServiceClient client(FakeAccount account) {
    CloudServiceClient client =
        endpoint()
            .clientBuilder()
            .transport(new ValidatingTransport(endpoint().transport()))
            .build();
    clients.add(client);
    return client.withTokenProvider(endpoint().tokenProvider(account));
  }

  /** Executes a call in this mode. */
  <T> T run(Call<T> call) {
    return mode.isAsynchronous() ? await(start(call)) : call.execute();
  }

  /** Starts a call without waiting; for two calls in flight at the same time. */
  <T> CompletableFuture<T> start(Call<T> call) {
    return call.executeAsync();
  }

  <T> T await(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Reads a whole list in this mode. */
  <T> List<T> list(PagedCall<T> call) {
    return mode.isAsynchronous() ? Collected.all(call.publisher()) : call.stream().toList();
  }

  /** The rejection of a call. */
  RejectedException rejection(Call<?> call) {
    Throwable thrown = catchThrowable(() -> run(call));
    assertThat(thrown).isInstanceOf(RejectedException.class);
    return (RejectedException) thrown;
  }

  /** The code of the rejection of a call. */
  String rejectionCode(Call<?> call) {
    return rejection(call).code().id();
  }

  @Override
  public void close() {
    clients.forEach(CloudServiceClient::close);
    if (fake != null) {
      fake.close();
    }
  }

  /** Shows the mode. */
  @Override
  public String toString() {
    return mode.toString();
  }
}
