package canon.cpp.cloudservice.testing;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.CloudServiceClientBuilder;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.testing.internal.context.FakeContext;
import canon.cpp.cloudservice.testing.internal.endpoints.HttpEndpoint;
import canon.cpp.cloudservice.testing.internal.endpoints.InProcessEndpoint;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The endpoints of a fake, and everything that was opened through them. */
final class FakeEndpoints implements AutoCloseable {
  private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

  private final FakeContext parts;
  private final FakeClock clock;
  private final FakeEndpoint inProcess;
  private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
  private @Nullable FakeEndpoint http;
  private long clientsMade;

  FakeEndpoints(FakeContext parts, FakeClock clock) {
    this.parts = parts;
    this.clock = clock;
    InProcessEndpoint transport = closing(new InProcessEndpoint(parts.service(), clock, clock));
    this.inProcess = endpoint(InProcessEndpoint.ADDRESS, transport, this::fakeTimedBuilder);
  }

  FakeEndpoint inProcess() {
    return inProcess;
  }

  synchronized FakeEndpoint http() {
    if (http == null) {
      HttpEndpoint server = closing(new HttpEndpoint(parts.service(), clock, clock));
      HttpTransport transport = closing(HttpTransport.jdk().build());
      http = endpoint(server.address(), transport, this::realTimedBuilder);
    }
    return http;
  }

  @Override
  public void close() {
    while (true) {
      AutoCloseable last;
      synchronized (this) {
        last = toClose.pollLast();
      }
      if (last == null) {
        return;
      }
      try {
        last.close();
      } catch (Exception e) {
        throw new IllegalStateException("The fake could not be closed", e);
      }
    }
  }

  private FakeEndpoint endpoint(
      URI address, HttpTransport transport, Function<URI, CloudServiceClientBuilder> builder) {
    return new FakeEndpoint(
        address,
        transport,
        parts::issueToken,
        builder,
        this::fakeTimedBuilder,
        this::closingClient);
  }

  private CloudServiceClient closingClient(CloudServiceClient client) {
    return closing(client);
  }

  private CloudServiceClientBuilder fakeTimedBuilder(URI address) {
    return realTimedBuilder(address).timer(clock);
  }

  /** Tokens still expire by the clock of the fake, which issues them. */
  private CloudServiceClientBuilder realTimedBuilder(URI address) {
    return CloudServiceClient.builder(address).clock(clock).random(nextRandom());
  }

  /** One instance for each client: two clients with the same idempotency keys would collide. */
  private synchronized Random nextRandom() {
    return new SaltedRandom(++clientsMade * GOLDEN_RATIO, parts::keySalt);
  }

  private synchronized <T extends AutoCloseable> T closing(T resource) {
    toClose.addLast(resource);
    return resource;
  }
}
