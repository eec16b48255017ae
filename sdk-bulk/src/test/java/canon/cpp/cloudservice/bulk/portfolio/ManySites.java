package canon.cpp.cloudservice.bulk.portfolio;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.diagnosis.Connectivity;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.FakeCloudServiceBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Many sites of one fake, each with an administrator and two users. */
final class ManySites implements AutoCloseable {
  final FakeCloudService fake;
  private final int sites;

  ManySites(int sites) {
    this.sites = sites;
    FakeCloudServiceBuilder builder = FakeCloudService.builder();
    for (int i = 0; i < sites; i++) {
      String domain = domain(i);
      builder.site(
          site -> site.administrator("admin" + domain).user("one" + domain).user("two" + domain));
    }
    fake = builder.build();
  }

  static String domain(int site) {
    return "@site" + site + ".example";
  }

  FakeAccount account(int site) {
    return fake.account("admin" + domain(site));
  }

  String siteId(int site) {
    try (CloudServiceClient client = newClient()) {
      return client.withToken(fake.tokenFor(account(site))).site().get().execute().id();
    }
  }

  CloudServiceClient newClient() {
    return fake.inProcess().clientBuilder().executor(Runnable::run).build();
  }

  /** An entry whose site can be reached. */
  PortfolioEntry entry(int site) {
    return PortfolioEntry.of(
        "site" + site,
        siteId(site),
        this::newClient,
        fake.inProcess().tokenProvider(account(site)));
  }

  /** An entry whose token has expired. */
  PortfolioEntry expired(int site) {
    String id = siteId(site);
    TokenProvider provider = TokenProvider.fixed(fake.tokenFor(account(site)));
    fake.expireTokens(account(site));
    return PortfolioEntry.of("site" + site, id, this::newClient, provider);
  }

  /** An entry whose service cannot be reached. */
  PortfolioEntry down(int site) {
    return PortfolioEntry.of(
        "site" + site,
        siteId(site),
        () -> fake.inProcess().clientBuilder().transport(new Unreachable()).build(),
        fake.inProcess().tokenProvider(account(site)));
  }

  List<PortfolioEntry> entries() {
    return IntStream.range(0, sites).mapToObj(this::entry).toList();
  }

  @Override
  public void close() {
    fake.close();
  }

  /** A network without connection. */
  private static final class Unreachable implements HttpTransport {
    @Override
    public HttpResponse send(HttpRequest request) {
      throw new HttpTransportException(Reason.CONNECT, false, "the connection was refused", null);
    }

    @Override
    public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
      return CompletableFuture.supplyAsync(() -> send(request), Runnable::run);
    }

    @Override
    public CompletableFuture<Connectivity> probe(URI address, Duration timeout) {
      return CompletableFuture.completedFuture(Connectivity.unknown());
    }

    @Override
    public void close() {}
  }
}
