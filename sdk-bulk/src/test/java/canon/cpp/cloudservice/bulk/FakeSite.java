package canon.cpp.cloudservice.bulk;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.LoggedRequest;
import canon.cpp.cloudservice.testing.SiteSeed;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A site of the fake, and a job's view of it. Everything runs on one thread, in virtual time. */
final class FakeSite implements AutoCloseable {
  static final String ADMIN = "admin@contoso.com";
  static final String OTHER_ADMIN = "second@contoso.com";

  final FakeCloudService fake;

  FakeSite() {
    this(site -> {});
  }

  FakeSite(Consumer<SiteSeed> more) {
    fake =
        FakeCloudService.builder()
            .site(
                site -> {
                  site.administrator(ADMIN).administrator(OTHER_ADMIN);
                  more.accept(site);
                })
            .site(site -> site.administrator("admin@fabrikam.com").user("taken@fabrikam.com"))
            .build();
    fake.log().capacity(1_000_000);
  }

  CloudServiceClient client(String email) {
    return fake.inProcess()
        .clientBuilder()
        .executor(Runnable::run)
        .build()
        .withTokenProvider(fake.inProcess().tokenProvider(FakeAccount.of(email)));
  }

  CloudServiceClient admin() {
    return client(ADMIN);
  }

  /** Returns a job that adds users. */
  BulkJob adding(Iterable<String> emails) {
    return inVirtualTime(Bulk.with(admin()).addUsers(emails));
  }

  /** Returns a job that removes users from every list. */
  BulkRemoval removing(Iterable<String> emails) {
    return Bulk.with(admin()).removeUsers(emails).time(fake.clock(), fake.clock());
  }

  BulkJob inVirtualTime(BulkJob job) {
    return job.time(fake.clock(), fake.clock());
  }

  static List<String> addresses(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> "user" + i + "@contoso.com").toList();
  }

  /** Returns the requests of an operation. */
  List<LoggedRequest> requests(String operation) {
    return fake.log().of(operation);
  }

  /** Returns how often each idempotency key was applied. */
  Map<String, Long> applied(String operation) {
    return requests(operation).stream()
        .filter(LoggedRequest::applied)
        .collect(
            Collectors.groupingBy(
                request -> String.valueOf(request.idempotencyKey()), Collectors.counting()));
  }

  /** Returns how many users are on a list. */
  long users() {
    return admin().users().list().pageSize(1000).stream().count();
  }

  @Override
  public void close() {
    fake.close();
  }
}
