package canon.cpp.cloudservice.testing;

import canon.cpp.cloudservice.testing.internal.seed.SiteSeeder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Says what a fake has when it starts.
 *
 * <pre>{@code
 * FakeCloudService fake =
 *     FakeCloudService.builder()
 *         .site(site -> site.administrator("admin@contoso.com"))
 *         .site(site -> site.administrator("boss@fabrikam.com"))
 *         .build();
 * }</pre>
 */
public final class FakeCloudServiceBuilder {
  private final List<List<Consumer<SiteSeeder>>> sites = new ArrayList<>();
  private @Nullable FakeState state;

  FakeCloudServiceBuilder() {}

  /**
   * Starts with a state; sites are added to it.
   *
   * @param start the state
   * @return this builder
   */
  public FakeCloudServiceBuilder state(FakeState start) {
    state = start;
    return this;
  }

  /**
   * Adds a site.
   *
   * @param content says what it has
   * @return this builder
   */
  public FakeCloudServiceBuilder site(Consumer<SiteSeed> content) {
    SiteSeed seed = new SiteSeed();
    content.accept(seed);
    sites.add(seed.steps());
    return this;
  }

  /**
   * Starts the fake.
   *
   * @return a fake with these sites; to be closed
   * @throws IllegalArgumentException if an address or a printer is seeded at two sites
   */
  public FakeCloudService build() {
    return new FakeCloudService(new FakeSeed(state, List.copyOf(sites)));
  }
}
