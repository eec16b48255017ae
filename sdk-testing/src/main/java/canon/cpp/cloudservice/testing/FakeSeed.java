package canon.cpp.cloudservice.testing;

import canon.cpp.cloudservice.testing.internal.context.FakeContext;
import canon.cpp.cloudservice.testing.internal.seed.SiteSeeder;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The state with which a fake starts. It can be applied any number of times. */
record FakeSeed(Instant start, @Nullable FakeState state, List<List<Consumer<SiteSeeder>>> sites) {

  /** Replaces everything in the store by this seed, dated at the fake's start. */
  void apply(FakeContext parts) {
    if (state == null) {
      parts.keeper().clear();
    } else {
      parts.keeper().put(state.data());
    }
    sites.forEach(steps -> SiteSeeder.plant(parts.store(), start, steps));
  }
}
