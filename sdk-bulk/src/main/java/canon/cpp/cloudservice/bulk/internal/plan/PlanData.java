package canon.cpp.cloudservice.bulk.internal.plan;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.bulk.plan.ImpossibleRow;
import canon.cpp.cloudservice.bulk.plan.MembershipPlan;
import canon.cpp.cloudservice.bulk.plan.PlanItem;
import canon.cpp.cloudservice.bulk.plan.PlanKind;
import canon.cpp.cloudservice.bulk.plan.PlanWarning;
import canon.cpp.cloudservice.bulk.plan.UnmanagedMember;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The content of a plan.
 *
 * @param protectedEmails the canonical addresses that the caller protects
 * @param managed what this plan and those before it have added, by canonical address; no lists for
 *     administrators
 * @param digest empty only until it is computed
 */
record PlanData(
    PlanKind kind,
    String siteId,
    Instant createdAt,
    String scope,
    long asWanted,
    long population,
    long allowedRemovals,
    List<String> protectedEmails,
    List<PlanItem> items,
    List<ImpossibleRow> impossible,
    List<UnmanagedMember> unmanaged,
    List<PlanWarning> warnings,
    Map<String, List<Application>> managed,
    String digest)
    implements MembershipPlan {

  PlanData {
    protectedEmails = List.copyOf(protectedEmails);
    items = List.copyOf(items);
    impossible = List.copyOf(impossible);
    unmanaged = List.copyOf(unmanaged);
    warnings = List.copyOf(warnings);
    managed = Collections.unmodifiableMap(new LinkedHashMap<>(managed));
  }

  /** Returns the plan with the digest of its content. */
  PlanData digested() {
    return new PlanData(
        kind,
        siteId,
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
        PlanWriter.digest(this));
  }

  @Override
  public void save(Path file) {
    PlanFile.write(this, file);
  }

  /** Returns the number of items that add, which are the first ones. */
  int adding() {
    return (int) items.stream().filter(item -> item.action().adds()).count();
  }

  /** Shows the numbers, and no address. */
  @Override
  public String toString() {
    return "MembershipPlan["
        + kind
        + " additions="
        + additions().size()
        + " removals="
        + removals().size()
        + " impossible="
        + impossible.size()
        + " unmanaged="
        + unmanaged.size()
        + " asWanted="
        + asWanted
        + (exceedsCeiling() ? " exceedsCeiling" : "")
        + " digest="
        + digest
        + "]";
  }
}
