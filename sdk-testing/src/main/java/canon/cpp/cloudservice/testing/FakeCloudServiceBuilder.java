package canon.cpp.cloudservice.testing;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.testing.internal.seed.SiteSeeder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Describes the state with which a fake starts.
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
  private Instant start = FakeClock.START;

  FakeCloudServiceBuilder() {}

  /**
   * Starts with a stored state. Sites are added to it.
   *
   * @param start the state
   * @return this builder
   */
  public FakeCloudServiceBuilder state(FakeState start) {
    state = start;
    return this;
  }

  /**
   * Sets the initial time of the fake; {@link FakeClock#START} by default. Use it if part of the
   * tested code uses the machine's clock, such as Google's library, which dates what it signs.
   *
   * @param instant the initial time
   * @return this builder
   */
  public FakeCloudServiceBuilder startingAt(Instant instant) {
    start = requireNonNull(instant, "instant");
    return this;
  }

  /**
   * Adds a site.
   *
   * @param content describes the site
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
   * @return a fake with these sites; the caller closes it
   * @throws IllegalArgumentException if an address or a printer is seeded at two sites
   */
  public FakeCloudService build() {
    return new FakeCloudService(new FakeSeed(start, state, List.copyOf(sites)));
  }
}
