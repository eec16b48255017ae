package canon.cpp.cloudservice.testing.junit;

import canon.cpp.cloudservice.testing.FakeCloudServiceBuilder;

/**
 * What the fakes of some tests have when they start.
 *
 * <pre>{@code
 * public final class TwoSites implements FakeCloudSeed {
 *   @Override
 *   public void plant(FakeCloudServiceBuilder builder) {
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
   * Says what a fake has.
   *
   * @param builder the builder of the fake
   */
  void plant(FakeCloudServiceBuilder builder);
}
