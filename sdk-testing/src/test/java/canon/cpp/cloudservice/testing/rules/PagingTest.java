package canon.cpp.cloudservice.testing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.Page;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.testing.LoggedRequest;
import canon.cpp.cloudservice.testing.SiteSeed;
import java.util.List;
import java.util.stream.IntStream;

class PagingTest {
  private static final String ADMIN = "a@contoso.com";

  private static CloudServiceClient adminOf(RuleContext context, int users) {
    context.site(
        site -> {
          SiteSeed seed = site.administrator(ADMIN);
          IntStream.range(0, users)
              .forEach(i -> seed.user(String.format("user%05d@contoso.com", i)));
        });
    return context.client(ADMIN);
  }

  @EveryMode
  @Rule("D18")
  void aListIsReadPageByPage(RuleContext context) {
    CloudServiceClient admin = adminOf(context, 24);

    List<User> all = context.list(admin.users().list().pageSize(10));

    assertThat(all).hasSize(25).extracting(User::canonicalEmail).doesNotHaveDuplicates().isSorted();
    assertThat(context.fake().log().of("listUsers")).hasSize(3);
  }

  @EveryMode
  @Rule("D18")
  void aListContinuesFromAPageToken(RuleContext context) {
    CloudServiceClient admin = adminOf(context, 5);
    Page<User> first = context.run(admin.users().list().pageSize(4).page());

    List<User> rest = context.list(admin.users().list().pageSize(4).startingFrom(first.next()));

    assertThat(first.items()).hasSize(4);
    assertThat(rest).hasSize(2).doesNotContainAnyElementsOf(first.items());
  }

  @EveryMode
  @Rule({"D18", "D12"})
  void remainingUsersAreNeitherSkippedNorRepeatedWhileTheListChanges(RuleContext context) {
    CloudServiceClient admin = adminOf(context, 9);
    Page<User> first = context.run(admin.users().list().pageSize(5).page());
    for (User seen : first.items().subList(1, 5)) {
      context.run(admin.users().remove(seen.id()).fromEveryList());
    }
    context.run(admin.users().add("aa@contoso.com"));

    List<User> rest = context.list(admin.users().list().pageSize(5).startingFrom(first.next()));

    assertThat(rest)
        .extracting(User::canonicalEmail)
        .containsExactly(
            "user00004@contoso.com",
            "user00005@contoso.com",
            "user00006@contoso.com",
            "user00007@contoso.com",
            "user00008@contoso.com");
  }

  @EveryMode
  @Rule("D18")
  void aPageTokenIsValidForItsListAndFiltersOnly(RuleContext context) {
    CloudServiceClient admin = adminOf(context, 5);
    Page<User> first = context.run(admin.users().list().pageSize(2).page());

    assertThat(
            context.rejectionCode(
                admin.users().list().on(Application.DASHBOARD).startingFrom(first.next()).page()))
        .isEqualTo("page-token-invalid");
    assertThat(
            context.rejectionCode(admin.administrators().list().startingFrom(first.next()).page()))
        .isEqualTo("page-token-invalid");
  }

  @EveryMode
  @Rule({"D18", "D7"})
  void aFormerAdministratorReadsNoFurtherPage(RuleContext context) {
    context.site(
        site -> site.administrator(ADMIN).administrator("b@contoso.com").user("c@contoso.com"));
    CloudServiceClient admin = context.client(ADMIN);
    Page<User> first = context.run(admin.users().list().pageSize(1).page());
    context.run(context.client("b@contoso.com").administrators().remove(ADMIN));

    assertThat(context.rejectionCode(admin.users().list().startingFrom(first.next()).page()))
        .isEqualTo("administrator-required");
    assertThat(context.fake().log().of("listUsers"))
        .extracting(LoggedRequest::status)
        .containsExactly(200, 403);
  }
}
