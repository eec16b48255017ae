package canon.cpp.cloudservice.testing.junit;

import canon.cpp.cloudservice.testing.FakeCloudServiceBuilder;

/**
 * The initial state of the fakes of some tests.
 *
 * <pre>{@code
 * public final class TwoSites implements FakeCloudSeed {
 *   @Override
 *   public void seed(FakeCloudServiceBuilder builder) {
 *     builder.site(site -> site.administrator("admin@contoso.com").user("john@contoso.com"));
 *     builder.site(site -> site.administrator("boss@fabrikam.com"));
 *   }
 * }
 * …
 * @FakeCloud(seed = TwoSites.class)
 * class MembersTest { … }
 * }</pre>
 */
@FunctionalInterface
public interface FakeCloudSeed {

  /**
   * Describes the initial state.
   *
   * @param builder the builder of the fake
   */
  void seed(FakeCloudServiceBuilder builder);
}
