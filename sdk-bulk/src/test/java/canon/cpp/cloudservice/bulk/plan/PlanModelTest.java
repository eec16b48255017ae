package canon.cpp.cloudservice.bulk.plan;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_CONTROL;
import static canon.cpp.cloudservice.Application.REMOTE_MATCH;
import static canon.cpp.cloudservice.bulk.FakeSite.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.bulk.FakeSite;
import canon.cpp.cloudservice.testing.LoggedRequest;
import canon.cpp.cloudservice.testing.SiteSeed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random members and random desired sets, compared with a simple model: for each member, the lists
 * that it is on after the plan was applied.
 */
class PlanModelTest {
  private static final List<Application> LISTS = List.of(DASHBOARD, REMOTE_MATCH, REMOTE_CONTROL);
  private static final int NAMES = 24;

  @TempDir Path directory;

  @Test
  void plansReachWhatTheModelSays() {
    for (long seed = 1; seed <= 12; seed++) {
      new Case(seed).run();
    }
  }

  @Test
  @Tag("nightly")
  void moreSeeds() {
    for (long seed = 1_000; seed < 1_300; seed++) {
      new Case(seed).run();
    }
  }

  /** A site, a desired set and the options of a plan. */
  private final class Case {
    private final long seed;
    private final Random random;
    private final Map<String, Set<Application>> before = new TreeMap<>();
    private final Set<String> administrators = new TreeSet<>(Set.of(ADMIN));
    private final Map<String, Set<Application>> desired = new LinkedHashMap<>();
    private final Set<String> protectedEmails = new HashSet<>();
    private final int scope;
    private final boolean administratorsToo;

    Case(long seed) {
      this.seed = seed;
      random = new Random(seed);
      scope = random.nextInt(4);
      administratorsToo = random.nextBoolean();
      before.put(ADMIN, Set.of(DASHBOARD, REMOTE_MATCH));
      for (int i = 0; i < NAMES; i++) {
        String email = email(i);
        if (random.nextInt(3) > 0) {
          before.put(email, someLists());
          if (random.nextInt(8) == 0) {
            administrators.add(email);
            before.put(email, Set.of(DASHBOARD, REMOTE_MATCH));
          }
        }
        if (random.nextInt(3) > 0) {
          desired.put(email, random.nextBoolean() ? Set.copyOf(LISTS) : someLists());
        }
        if (random.nextInt(6) == 0) {
          protectedEmails.add(email);
        }
      }
      desired.put("always@contoso.com", Set.of(REMOTE_MATCH));
      if (random.nextInt(3) == 0) {
        desired.put(ADMIN, someLists());
      }
    }

    private String email(int i) {
      return "member" + i + (i % 3 == 0 ? "@fabrikam.org" : "@contoso.com");
    }

    private Set<Application> someLists() {
      Set<Application> lists = new HashSet<>();
      while (lists.isEmpty()) {
        LISTS.stream().filter(list -> random.nextBoolean()).forEach(lists::add);
      }
      return lists;
    }

    void run() {
      try (FakeSite site = FakeSite.withOneAdministrator(this::seed)) {
        assertThat(site.lists()).as("seed %s", seed).isEqualTo(before);
        MembershipPlan plan = planning(site).create();
        assertThat(site.changes()).as("seed %s: planning only reads", seed).isEmpty();
        checkItems(plan);

        Applied applied = apply(site, plan);

        assertThat(applied.isComplete()).as("seed %s: %s", seed, applied).isTrue();
        assertThat(site.lists()).as("seed %s", seed).isEqualTo(expected());
        assertNobodyWasRemovedAndAddedAgain(site);
        assertThat(planning(site).create().isEmpty()).as("seed %s: second plan", seed).isTrue();
      }
    }

    private void seed(SiteSeed site) {
      before.forEach(
          (email, lists) -> {
            if (email.equals(ADMIN)) {
              return;
            }
            if (administrators.contains(email)) {
              site.administrator(email);
            } else {
              site.userOn(email, lists.toArray(Application[]::new));
            }
          });
    }

    private CreatePlan planning(FakeSite site) {
      List<DesiredUser> users = new ArrayList<>();
      desired.forEach((email, lists) -> users.add(new DesiredUser(email, lists)));
      CreatePlan creation =
          Plans.with(site.admin())
              .users(users)
              .protecting(protectedEmails)
              .clock(site.fake.clock());
      if (administratorsToo) {
        creation = creation.includingAdministrators();
      }
      return switch (scope) {
        case 0 -> creation;
        case 1 -> creation.removing(RemovalScope.wholeSite());
        case 2 -> creation.removing(RemovalScope.domain("fabrikam.org"));
        default -> creation.removing(RemovalScope.list(REMOTE_MATCH));
      };
    }

    private Applied apply(FakeSite site, MembershipPlan plan) {
      ApplyPlan apply =
          Plans.with(site.admin())
              .apply(plan)
              .journal(directory.resolve("plan-" + seed + ".jsonl"))
              .time(site.fake.clock(), site.fake.clock());
      if (!plan.removals().isEmpty()) {
        apply = apply.approvingRemovals(plan.removals().size(), plan.digest());
      }
      return (seed % 2 == 0 ? apply.removalsFirst() : apply).execute();
    }

    private void checkItems(MembershipPlan plan) {
      Set<String> members = new HashSet<>();
      boolean removing = false;
      for (PlanItem item : plan.items()) {
        assertThat(members.add(item.canonicalEmail())).as("one item for a member").isTrue();
        assertThat(removing && item.action().adds()).as("additions come first").isFalse();
        removing |= !item.action().adds();
      }
      assertThat(plan.removals())
          .as("seed %s: nobody protected", seed)
          .noneMatch(
              item ->
                  item.canonicalEmail().equals(ADMIN)
                      || protectedEmails.contains(item.canonicalEmail()));
    }

    private Map<String, Set<Application>> expected() {
      Map<String, Set<Application>> after = new TreeMap<>();
      Set<String> all = new TreeSet<>(before.keySet());
      all.addAll(desired.keySet());
      for (String email : all) {
        Set<Application> lists = new HashSet<>(desired.getOrDefault(email, Set.of()));
        for (Application list : before.getOrDefault(email, Set.of())) {
          if (!mayLose(email, list)) {
            lists.add(list);
          }
        }
        if (!lists.isEmpty()) {
          after.put(email, lists);
        }
      }
      return after;
    }

    private boolean mayLose(String email, Application list) {
      if (email.equals(ADMIN)
          || protectedEmails.contains(email)
          || (administrators.contains(email) && !administratorsToo)) {
        return false;
      }
      return switch (scope) {
        case 0 -> false;
        case 1 -> true;
        case 2 -> email.endsWith("@fabrikam.org");
        default -> list.equals(REMOTE_MATCH);
      };
    }

    private void assertNobodyWasRemovedAndAddedAgain(FakeSite site) {
      long removed =
          site.fake.log().of("removeUserFromEveryList").stream()
              .filter(LoggedRequest::applied)
              .count();
      long gone = before.keySet().stream().filter(email -> !desired.containsKey(email)).count();
      assertThat(removed).as("seed %s", seed).isLessThanOrEqualTo(gone);
    }
  }
}
