package canon.cpp.cloudservice.testing;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.CloudServiceClientBuilder;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.testing.internal.doors.HttpDoor;
import canon.cpp.cloudservice.testing.internal.doors.InProcessDoor;
import canon.cpp.cloudservice.testing.internal.parts.FakeParts;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The doors of a fake, and all that was opened through them. */
final class FakeDoors implements AutoCloseable {
  private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

  private final FakeParts parts;
  private final FakeClock clock;
  private final FakeDoor inProcess;
  private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
  private @Nullable FakeDoor http;
  private long clientsMade;

  FakeDoors(FakeParts parts, FakeClock clock) {
    this.parts = parts;
    this.clock = clock;
    InProcessDoor transport = closing(new InProcessDoor(parts.service(), clock, clock));
    this.inProcess = door(InProcessDoor.ADDRESS, transport);
  }

  FakeDoor inProcess() {
    return inProcess;
  }

  synchronized FakeDoor http() {
    if (http == null) {
      HttpDoor server = closing(new HttpDoor(parts.service(), clock, clock));
      HttpTransport transport = closing(HttpTransport.jdk().build());
      http = door(server.address(), transport);
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

  private FakeDoor door(URI address, HttpTransport transport) {
    return new FakeDoor(
        address, transport, parts::issueToken, this::timedBuilder, this::closingClient);
  }

  private CloudServiceClient closingClient(CloudServiceClient client) {
    return closing(client);
  }

  private CloudServiceClientBuilder timedBuilder(URI address) {
    return CloudServiceClient.builder(address).timer(clock).clock(clock).random(nextRandom());
  }

  /** Another one for each client: two that drew the same idempotency keys would collide. */
  private synchronized Random nextRandom() {
    return new SaltedRandom(++clientsMade * GOLDEN_RATIO, parts::keySalt);
  }

  private synchronized <T extends AutoCloseable> T closing(T resource) {
    toClose.addLast(resource);
    return resource;
  }
}
