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
 * A fake and the objects that a test receives from it. It is not AutoCloseable, because some
 * versions of JUnit close those.
 */
final class FakeCloudContext {
  /** The types of parameters and fields. */
  static final Set<Class<?>> TYPES =
      Set.of(FakeCloudService.class, CloudServiceClient.class, FakeClock.class);

  private final FakeCloud settings;
  private final FakeCloudService fake;
  private @Nullable CloudServiceClient client;
  private long checkedTo;

  FakeCloudContext(FakeCloud settings) {
    this.settings = settings;
    FakeCloudServiceBuilder builder = FakeCloudService.builder();
    if (settings.seed() == FakeCloudSeed.class) {
      builder.site(site -> site.administrator(settings.administrator()));
    } else {
      ReflectionSupport.newInstance(settings.seed()).seed(builder);
    }
    this.fake = builder.build();
    if (isUnderChaos()) {
      fake.faults().chaos(settings.chaosSeed());
    }
  }

  /** Adds the chaos report to a failure. */
  Throwable withChaosReport(Throwable failure) {
    if (isUnderChaos()) {
      failure.addSuppressed(new ChaosReport(settings.chaosSeed(), fake.log()));
    }
    return failure;
  }

  private boolean isUnderChaos() {
    return settings.chaosSeed() != FakeCloud.NO_CHAOS;
  }

  Object get(Class<?> type) {
    return type == FakeClock.class
        ? fake.clock()
        : type == CloudServiceClient.class ? client() : fake;
  }

  private synchronized CloudServiceClient client() {
    if (client == null) {
      client = fake.client(settings.administrator());
    }
    return client;
  }

  /** Fails if an operation was requested since the last check that the fake does not model. */
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
    if (!settings.allowNotModelled() && !unknown.isEmpty()) {
      throw LogLines.failure(
          "The test requested operations that the fake does not model. If this is"
              + " intended, use @FakeCloud(allowNotModelled = true).",
          unknown,
          entry -> true);
    }
  }

  void close() {
    fake.close();
  }
}
