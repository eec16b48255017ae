package canon.cpp.cloudservice.testing.junit;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.testing.FakeClock;
import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.FakeCloudServiceBuilder;
import canon.cpp.cloudservice.testing.LoggedRequest;
import canon.cpp.cloudservice.testing.internal.log.LogLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * A fake, and what a test has of it. It is no AutoCloseable: some versions of JUnit close those.
 */
final class FakeCloudContext {
  /** What a parameter or field can be. */
  static final Set<Class<?>> TYPES =
      Set.of(FakeCloudService.class, CloudServiceClient.class, FakeClock.class);

  private final FakeCloud said;
  private final FakeCloudService fake;
  private @Nullable CloudServiceClient client;
  private long checkedTo;

  FakeCloudContext(FakeCloud said) {
    this.said = said;
    FakeCloudServiceBuilder builder = FakeCloudService.builder();
    if (said.seed() == FakeCloudSeed.class) {
      builder.site(site -> site.administrator(said.administrator()));
    } else {
      ReflectionSupport.newInstance(said.seed()).plant(builder);
    }
    this.fake = builder.build();
    if (isUnderChaos()) {
      fake.faults().chaos(said.chaosSeed());
    }
  }

  /** A failure, and what may have led to it. */
  Throwable explained(Throwable failure) {
    if (isUnderChaos()) {
      failure.addSuppressed(new ChaosReport(said.chaosSeed(), fake.log()));
    }
    return failure;
  }

  private boolean isUnderChaos() {
    return said.chaosSeed() != FakeCloud.NO_CHAOS;
  }

  Object get(Class<?> type) {
    return type == FakeClock.class
        ? fake.clock()
        : type == CloudServiceClient.class ? client() : fake;
  }

  private synchronized CloudServiceClient client() {
    if (client == null) {
      client = fake.client(said.administrator());
    }
    return client;
  }

  /** Fails if somebody asked for what is not modelled, since this was asked last. */
  synchronized void checkModelled() {
    List<LoggedRequest> unknown = new ArrayList<>();
    for (LoggedRequest entry : fake.log().entries()) {
      if (entry.number() > checkedTo) {
        checkedTo = entry.number();
        if (entry.operation() == null) {
          unknown.add(entry);
        }
      }
    }
    if (!said.allowNotModelled() && !unknown.isEmpty()) {
      throw LogLines.failure(
          "The test asked for what the fake does not model; if that is meant, say"
              + " @FakeCloud(allowNotModelled = true).",
          unknown,
          entry -> true);
    }
  }

  void close() {
    fake.close();
  }
}
