package canon.cpp.cloudservice.testing.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.PagedCall;
import canon.cpp.cloudservice.errors.RefusedException;
import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.FakeCloudServiceBuilder;
import canon.cpp.cloudservice.testing.FakeDoor;
import canon.cpp.cloudservice.testing.SiteSeed;
import canon.cpp.cloudservice.testing.contract.ValidatingTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * What an {@link EveryWay} test plays in: a fake, the way to it, and the way to wait.
 *
 * <pre>{@code
 * @EveryWay
 * @Rule("D8")
 * void …(Scene scene) {
 *   scene.site(site -> site.administrator("admin@contoso.com"));
 *   AddedUser added = scene.run(scene.client("admin@contoso.com").users().add("john@contoso.com"));
 * }
 * }</pre>
 */
final class Scene implements AutoCloseable {
  private final Way way;
  private final FakeCloudServiceBuilder builder = FakeCloudService.builder();
  private final List<CloudServiceClient> clients = new ArrayList<>();
  private FakeCloudService fake;

  Scene(Way way) {
    this.way = way;
  }

  /** Adds a site, before the fake is used. */
  Scene site(Consumer<SiteSeed> content) {
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

  FakeDoor door() {
    return way.isHttp() ? fake().http() : fake().inProcess();
  }

  CloudServiceClient client(String email) {
    return client(FakeAccount.of(email));
  }

  /** A client whose requests and answers are all held against the contract. */
  CloudServiceClient client(FakeAccount account) {
    CloudServiceClient client =
        door().clientBuilder().transport(new ValidatingTransport(door().transport())).build();
    clients.add(client);
    return client.withTokenProvider(door().tokenProvider(account));
  }

  /** Executes a call, as this way waits. */
  <T> T run(Call<T> call) {
    return way.isAsynchronous() ? await(start(call)) : call.execute();
  }

  /** Starts a call and does not wait; for two that are under way at once. */
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

  /** Reads a whole list, as this way waits. */
  <T> List<T> list(PagedCall<T> call) {
    return way.isAsynchronous() ? Collected.all(call.publisher()) : call.stream().toList();
  }

  /** The refusal that a call meets. */
  RefusedException refusal(Call<?> call) {
    Throwable thrown = catchThrowable(() -> run(call));
    assertThat(thrown).isInstanceOf(RefusedException.class);
    return (RefusedException) thrown;
  }

  /** The code of the refusal that a call meets. */
  String refusalCode(Call<?> call) {
    return refusal(call).code().id();
  }

  @Override
  public void close() {
    clients.forEach(CloudServiceClient::close);
    if (fake != null) {
      fake.close();
    }
  }

  /** Shows the way. */
  @Override
  public String toString() {
    return way.toString();
  }
}
