package canon.cpp.cloudservice.bulk.internal.plan;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.bulk.plan.ImpossibleRow;
import canon.cpp.cloudservice.bulk.plan.PlanAction;
import canon.cpp.cloudservice.bulk.plan.PlanItem;
import canon.cpp.cloudservice.bulk.plan.PlanKind;
import canon.cpp.cloudservice.bulk.plan.PlanWarning;
import canon.cpp.cloudservice.bulk.plan.PlanWarningCode;
import canon.cpp.cloudservice.bulk.plan.SeenMember;
import canon.cpp.cloudservice.bulk.plan.UnmanagedMember;
import canon.cpp.cloudservice.bulk.plan.UnmanagedReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A plan that is being made. */
final class PlanDraft {
  private static final Comparator<PlanItem> ADDITIONS_FIRST =
      Comparator.<PlanItem, Boolean>comparing(item -> !item.action().adds())
          .thenComparing(PlanItem::canonicalEmail);

  private final List<PlanItem> items = new ArrayList<>();
  private final List<UnmanagedMember> unmanaged = new ArrayList<>();
  private final List<PlanWarning> warnings = new ArrayList<>();
  private final List<ImpossibleRow> impossible = new ArrayList<>();
  private final Map<String, List<Application>> managed = new TreeMap<>();
  private long asWanted;
  private long population;

  void add(PlanItem item) {
    items.add(item);
  }

  void asWanted() {
    asWanted++;
  }

  /** Counts a member that the plan could remove. */
  void removable() {
    population++;
  }

  void impossible(Collection<ImpossibleRow> rows) {
    impossible.addAll(rows);
  }

  void unmanaged(String email, List<Application> lists, UnmanagedReason reason) {
    unmanaged.add(new UnmanagedMember(email, lists, reason));
  }

  void managed(String email, List<Application> lists) {
    managed.put(email, lists);
  }

  void warn(PlanWarningCode code, String message, Collection<String> emails) {
    warnings.add(new PlanWarning(code, message, List.copyOf(emails)));
  }

  long population() {
    return population;
  }

  /** Warns of members that seem to have got an address in another domain. */
  void warnOfRenames(PlanKind kind) {
    Map<String, List<String>> leavers = new TreeMap<>();
    for (PlanItem item : items) {
      SeenMember seen = item.seen();
      if (seen != null
          && item.action() == PlanAction.REMOVE
          && item.removals().size() == seen.lists().size()) {
        leavers
            .computeIfAbsent(localPart(item.canonicalEmail()), name -> new ArrayList<>())
            .add(item.canonicalEmail());
      }
    }
    for (PlanItem item : items) {
      if (item.seen() == null) {
        for (String old : leavers.getOrDefault(localPart(item.canonicalEmail()), List.of())) {
          warn(
              PlanWarningCode.PROBABLE_RENAME,
              kind == PlanKind.USERS
                  ? "A user leaves, and one with the same name in another domain joins. If this is"
                      + " one person with a new address, the new user is Invited and has a new id."
                  : "An administrator leaves, and one with the same name in another domain joins."
                      + " If this is one person, the new administrator is invited.",
              List.of(old, item.canonicalEmail()));
        }
      }
    }
  }

  private static String localPart(String email) {
    return email.substring(0, email.lastIndexOf('@'));
  }

  PlanData toPlan(
      PlanKind kind,
      String site,
      Instant createdAt,
      String scope,
      long allowedRemovals,
      List<String> protectedEmails) {
    items.sort(ADDITIONS_FIRST);
    impossible.sort(Comparator.comparing(ImpossibleRow::row));
    unmanaged.sort(Comparator.comparing(UnmanagedMember::canonicalEmail));
    return new PlanData(
            kind,
            site,
            createdAt,
            scope,
            asWanted,
            population,
            allowedRemovals,
            protectedEmails,
            items,
            impossible,
            unmanaged,
            warnings,
            managed,
            "")
        .digested();
  }
}
