package canon.cpp.cloudservice.bulk.plan;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.membership.ApplicationEntry;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.LoggedRequest;
import canon.cpp.cloudservice.testing.SiteSeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A site of the fake, in virtual time, whose calls run on the thread of the test. */
final class PlanSite implements AutoCloseable {
  static final String ADMIN = "admin@contoso.com";

  final FakeCloudService fake;

  PlanSite(Consumer<SiteSeed> members) {
    fake =
        FakeCloudService.builder()
            .site(
                site -> {
                  site.administrator(ADMIN);
                  members.accept(site);
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

  /** Returns a plan for users who are on all lists. */
  CreatePlan planning(String... emails) {
    return planning(List.of(emails));
  }

  CreatePlan planning(List<String> emails) {
    return Plans.with(admin()).usersOnAllLists(emails).clock(fake.clock());
  }

  CreatePlan planning(DesiredUser... users) {
    return Plans.with(admin()).users(List.of(users)).clock(fake.clock());
  }

  static List<String> addresses(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> String.format("user%03d@contoso.com", i))
        .toList();
  }

  /** Drops every response to the add of an item that is counted from 1; returns its address. */
  String dropResponsesOfAddition(MembershipPlan plan, int number) {
    List<String> keys = new ArrayList<>();
    fake.faults()
        .on("addUser")
        .when(
            request -> {
              String key = String.valueOf(request.idempotencyKey());
              if (!keys.contains(key)) {
                keys.add(key);
              }
              return keys.indexOf(key) == number - 1;
            })
        .dropAfterApplying();
    return plan.items().get(number - 1).canonicalEmail();
  }

  /** Returns who is on which lists. */
  Map<String, Set<Application>> lists() {
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

  /** Returns the requests that were not reads. */
  List<String> changes() {
    return fake.log().entries().stream()
        .filter(
            request ->
                !request.method().equals("GET") && !"resolveAddresses".equals(request.operation()))
        .map(LoggedRequest::operation)
        .toList();
  }

  @Override
  public void close() {
    fake.close();
  }
}
