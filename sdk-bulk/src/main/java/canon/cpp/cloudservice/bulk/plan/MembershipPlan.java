package canon.cpp.cloudservice.bulk.plan;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.bulk.internal.plan.PlanFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What has to be changed so that a site has the desired members. Immutable. It contains addresses:
 * {@link #save} creates a file that only its owner can read.
 *
 * <pre>{@code
 * MembershipPlan plan = Plans.with(client).usersOnAllLists(addresses).create();
 * plan.warnings().forEach(warning -> log.warn(warning.message()));
 * plan.save(file);
 * }</pre>
 *
 * <p>This library implements the interface and may add methods to it.
 */
public interface MembershipPlan {

  /**
   * Reads a plan from a file.
   *
   * @param file a file that {@link #save} has written
   * @return the plan
   * @throws PlanException if the file cannot be read, is damaged, was changed, or has a newer
   *     version
   */
  static MembershipPlan read(Path file) {
    return PlanFile.read(requireNonNull(file, "file"));
  }

  /**
   * Writes the plan to a file of JSON, which replaces an earlier one.
   *
   * @param file the file
   * @throws PlanException if it cannot be written
   */
  void save(Path file);

  /**
   * Returns what the plan is about.
   *
   * @return users or administrators
   */
  PlanKind kind();

  /**
   * Returns the id of the site that the plan was created for.
   *
   * @return the id
   */
  String siteId();

  /**
   * Returns when the plan was created.
   *
   * @return the time
   */
  Instant createdAt();

  /**
   * Returns what identifies the content of the plan: the SHA-256 in hexadecimal digits.
   *
   * @return the digest
   */
  String digest();

  /**
   * Returns which members the plan may remove; see {@link RemovalScope#description()}.
   *
   * @return the scope; {@code none} if it may not remove any
   */
  String scope();

  /**
   * Returns the items, one for each member that changes. Those that add come first.
   *
   * @return the items
   */
  List<PlanItem> items();

  /**
   * Returns the items that add.
   *
   * @return the items, among them those that also remove
   */
  default List<PlanItem> additions() {
    return items().stream()
        .filter(item -> item.action().adds())
        .collect(Collectors.collectingAndThen(Collectors.toList(), List::copyOf));
  }

  /**
   * Returns the items that take something away that the member had. Their number is compared with
   * the ceiling.
   *
   * @return the items, among them those that also add
   */
  default List<PlanItem> removals() {
    return items().stream()
        .filter(item -> item.action().removes())
        .collect(Collectors.collectingAndThen(Collectors.toList(), List::copyOf));
  }

  /**
   * Returns the rows of the desired set that cannot be planned.
   *
   * @return the rows
   */
  List<ImpossibleRow> impossible();

  /**
   * Returns what the desired set does not have and the plan leaves.
   *
   * @return the members and their lists
   */
  List<UnmanagedMember> unmanaged();

  /**
   * Returns what a reviewer should know.
   *
   * @return the warnings
   */
  List<PlanWarning> warnings();

  /**
   * Returns how many desired members are already as wanted.
   *
   * @return the number
   */
  long asWanted();

  /**
   * Returns how many members the scope of removals has.
   *
   * @return the number, of which the ceiling allows a share; zero without a scope
   */
  long population();

  /**
   * Returns how many removals the ceiling allowed when the plan was created.
   *
   * @return the number, zero or more
   */
  long allowedRemovals();

  /**
   * Tells whether the plan needs {@link ApplyPlan#approvingRemovals}.
   *
   * @return true if the plan removes more members than the ceiling allowed when it was created
   */
  default boolean exceedsCeiling() {
    return removals().size() > allowedRemovals();
  }

  /**
   * Tells whether the plan changes nothing.
   *
   * @return true if there are no items
   */
  default boolean isEmpty() {
    return items().isEmpty();
  }
}
