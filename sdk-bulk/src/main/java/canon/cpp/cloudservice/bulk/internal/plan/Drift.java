package canon.cpp.cloudservice.bulk.internal.plan;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.bulk.plan.PlanItem;
import canon.cpp.cloudservice.bulk.plan.SeenMember;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.ApplicationEntry;
import canon.cpp.cloudservice.membership.ListState;
import canon.cpp.cloudservice.membership.User;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares members with what a plan has seen. */
final class Drift {
  private Drift() {}

  /**
   * Tells whether a user is already as its item wants it.
   *
   * @param user the user; null if there is none
   */
  static boolean isAsWanted(PlanItem item, @Nullable User user) {
    List<Application> now = user == null ? List.of() : applications(user.applications());
    return now.containsAll(item.additions())
        && Lists.both(now, item.removals()).isEmpty()
        && Lists.both(now, Lists.unwanted(item)).isEmpty();
  }

  /** Says what has changed; null if nothing has. */
  static @Nullable String of(PlanItem item, @Nullable User user) {
    SeenMember seen = item.seen();
    if (seen == null) {
      return user == null
          ? null
          : "The user was not there when the plan was created, and is now on "
              + text(user.applications())
              + ".";
    }
    if (user == null) {
      return "The user was on " + text(seen.lists()) + ", and is not there any more.";
    }
    if (!seen.id().equals(user.id())) {
      return "The user was removed and added again: its id is another one.";
    }
    if (item.action().removes() && !seen.administrator().equals(user.administrator())) {
      return role(seen.administrator(), user.administrator());
    }
    return isSame(item, seen, user)
        ? null
        : "The user was on "
            + text(seen.lists())
            + ", and is now on "
            + text(user.applications())
            + ".";
  }

  /** Compares the lists. Only a removal would take the state Active away. */
  private static boolean isSame(PlanItem item, SeenMember seen, User user) {
    return item.action().removes()
        ? Set.copyOf(seen.lists()).equals(Set.copyOf(user.applications()))
        : Set.copyOf(seen.applications()).equals(Set.copyOf(applications(user.applications())));
  }

  /** Says what has changed; null if nothing has. */
  static @Nullable String of(SeenMember seen, Administrator administrator) {
    if (!seen.id().equals(administrator.id())) {
      return "The administrator was removed and added again: the id is another one.";
    }
    return seen.administrator().equals(administrator.state())
        ? null
        : role(seen.administrator(), administrator.state());
  }

  private static String role(AdministratorState before, AdministratorState now) {
    return "The administrator role was " + before.id() + ", and is now " + now.id() + ".";
  }

  private static List<Application> applications(List<ApplicationEntry> lists) {
    return lists.stream()
        .map(ApplicationEntry::application)
        .collect(Collectors.collectingAndThen(Collectors.toList(), List::copyOf));
  }

  private static String text(List<ApplicationEntry> lists) {
    return lists.stream()
        .map(
            entry ->
                entry.application().displayName()
                    + (entry.state().equals(ListState.INVITED) ? " (invited)" : ""))
        .collect(Collectors.joining(", "));
  }
}
