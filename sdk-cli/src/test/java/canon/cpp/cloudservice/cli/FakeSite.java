package canon.cpp.cloudservice.cli;

import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.SiteSeed;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A fake service with one site, over HTTP, and commands of its administrator. */
public final class FakeSite implements AutoCloseable {
  public static final String ADMIN = "admin@contoso.com";

  private final FakeCloudService fake;
  private final Path home;

  public FakeSite(Path home) {
    this(home, site -> {});
  }

  public FakeSite(Path home, Consumer<SiteSeed> more) {
    this.home = home;
    this.fake =
        FakeCloudService.builder()
            .site(
                site -> {
                  site.administrator(ADMIN);
                  more.accept(site);
                })
            .site(site -> site.administrator("boss@fabrikam.com"))
            .build();
  }

  public FakeCloudService fake() {
    return fake;
  }

  /** Returns a runner with the address of the service and a token of the administrator. */
  public CommandRunner admin() {
    return as(ADMIN);
  }

  public CommandRunner as(String email) {
    return anonymous().set("CLOUD_SERVICE_TOKEN", fake.tokenFor(email).value());
  }

  public CommandRunner anonymous() {
    return new CommandRunner(home).set("CLOUD_SERVICE_ENDPOINT", fake.http().address().toString());
  }

  @Override
  public void close() {
    fake.close();
  }
}
