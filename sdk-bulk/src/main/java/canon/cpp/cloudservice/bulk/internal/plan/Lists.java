package canon.cpp.cloudservice.bulk.internal.plan;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.bulk.plan.PlanItem;
import canon.cpp.cloudservice.bulk.plan.SeenMember;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Application lists in a fixed order, because the digest of a plan depends on it. */
final class Lists {
  /** The lists that an add puts a user on (D8). */
  static final List<Application> OF_AN_ADD =
      List.of(Application.DASHBOARD, Application.REMOTE_MATCH, Application.REMOTE_CONTROL);

  private Lists() {}

  static List<Application> minus(
      Collection<Application> lists, Collection<Application> withoutThese) {
    List<Application> left = new ArrayList<>();
    for (Application list : lists) {
      if (!withoutThese.contains(list)) {
        left.add(list);
      }
    }
    return left;
  }

  static List<Application> both(Collection<Application> lists, Collection<Application> others) {
    List<Application> both = new ArrayList<>();
    for (Application list : lists) {
      if (others.contains(list)) {
        both.add(list);
      }
    }
    return both;
  }

  static List<Application> union(Collection<Application> lists, Collection<Application> more) {
    List<Application> union = new ArrayList<>(lists);
    union.addAll(minus(more, lists));
    return union;
  }

  /** Returns the lists that the add of an item puts the user on although they are not wanted. */
  static List<Application> unwanted(PlanItem item) {
    if (!item.action().adds()) {
      return List.of();
    }
    SeenMember seen = item.seen();
    List<Application> joined = seen == null ? OF_AN_ADD : minus(OF_AN_ADD, seen.applications());
    return minus(joined, item.additions());
  }
}
