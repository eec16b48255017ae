package canon.cpp.cloudservice.testing;

import canon.cpp.cloudservice.testing.internal.context.FakeContext;
import canon.cpp.cloudservice.testing.internal.seed.SiteSeeder;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a fake starts with, to be planted as often as is wished. */
record FakeSeed(Instant start, @Nullable FakeState state, List<List<Consumer<SiteSeeder>>> sites) {

  /** Forgets everything and begins anew, as of the time at which the fake started. */
  void plant(FakeContext parts) {
    if (state == null) {
      parts.keeper().clear();
    } else {
      parts.keeper().put(state.data());
    }
    sites.forEach(steps -> SiteSeeder.plant(parts.store(), start, steps));
  }
}
