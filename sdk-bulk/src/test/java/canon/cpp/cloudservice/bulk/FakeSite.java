package canon.cpp.cloudservice.bulk;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.plan.CreatePlan;
import canon.cpp.cloudservice.bulk.plan.DesiredUser;
import canon.cpp.cloudservice.bulk.plan.Plans;
import canon.cpp.cloudservice.membership.ApplicationEntry;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.LoggedRequest;
import canon.cpp.cloudservice.testing.SiteSeed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A site of the fake, with jobs and plans in virtual time. Its calls run on the calling thread. */
public final class FakeSite implements AutoCloseable {
  public static final String ADMIN = "admin@contoso.com";
  static final String OTHER_ADMIN = "second@contoso.com";

  public final FakeCloudService fake;

  FakeSite() {
    this(members -> {});
  }

  /** Creates a site with two administrators and more members. */
  FakeSite(Consumer<SiteSeed> members) {
    this(members, ADMIN, OTHER_ADMIN);
  }

  private FakeSite(Consumer<SiteSeed> members, String... administrators) {
    fake =
        FakeCloudService.builder()
            .site(
                site -> {
                  List.of(administrators).forEach(site::administrator);
                  members.accept(site);
                })
            .site(site -> site.administrator("admin@fabrikam.com").user("taken@fabrikam.com"))
            .build();
    fake.log().capacity(1_000_000);
  }

  /** Returns a site with one administrator and more members. */
  public static FakeSite withOneAdministrator(Consumer<SiteSeed> members) {
    return new FakeSite(members, ADMIN);
  }

  public static List<String> addresses(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> String.format("user%03d@contoso.com", i))
        .toList();
  }

  public CloudServiceClient client(String email) {
    return fake.inProcess()
        .clientBuilder()
        .executor(Runnable::run)
        .build()
        .withTokenProvider(fake.inProcess().tokenProvider(FakeAccount.of(email)));
  }

  public CloudServiceClient admin() {
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

  /** Returns a plan for users who are on all lists. */
  public CreatePlan planning(String... emails) {
    return planning(List.of(emails));
  }

  public CreatePlan planning(List<String> emails) {
    return Plans.with(admin()).usersOnAllLists(emails).clock(fake.clock());
  }

  public CreatePlan planning(DesiredUser... users) {
    return Plans.with(admin()).users(List.of(users)).clock(fake.clock());
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

  /** Returns the operations of the requests that were not reads. */
  public List<String> changes() {
    return fake.log().entries().stream()
        .filter(
            request ->
                !request.method().equals("GET") && !"resolveAddresses".equals(request.operation()))
        .map(LoggedRequest::operation)
        .toList();
  }

  /** Returns how many users are on a list. */
  long users() {
    return admin().users().list().pageSize(1000).stream().count();
  }

  /** Returns who is on which lists. */
  public Map<String, Set<Application>> lists() {
    return admin().users().list().pageSize(1000).stream()
        .collect(
            Collectors.toMap(
                User::canonicalEmail,
                user ->
                    user.applications().stream()
                        .map(ApplicationEntry::application)
                        .collect(Collectors.toSet()),
                (one, other) -> one,
                TreeMap::new));
  }

  @Override
  public void close() {
    fake.close();
  }
}
