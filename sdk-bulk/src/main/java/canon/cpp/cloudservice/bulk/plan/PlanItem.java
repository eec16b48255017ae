package canon.cpp.cloudservice.bulk.plan;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All changes that a plan makes for one member. Additions always come before removals: a user who
 * was removed first would come back as Invited and with another id (D14, D15).
 *
 * <p>The service adds users to all three lists at once (D8). If fewer are wanted, the item adds the
 * user and then removes it from the others. Such a removal takes nothing away that the user had, so
 * it needs no scope and does not count towards the ceiling.
 *
 * @param action what is done
 * @param email the address as typed in the desired set, or that of the member; personal data
 * @param canonicalEmail the address as the service compares it (D6); personal data
 * @param seen the member when the plan was created; null if there was none
 * @param additions the lists that a user joins and stays on; empty for administrators
 * @param removals the lists that a user was on and leaves; empty for administrators
 */
public record PlanItem(
    PlanAction action,
    String email,
    String canonicalEmail,
    @Nullable SeenMember seen,
    List<Application> additions,
    List<Application> removals) {

  /** Checks the components. */
  public PlanItem {
    requireNonNull(action, "action");
    requireNonNull(email, "email");
    requireNonNull(canonicalEmail, "canonicalEmail");
    additions = List.copyOf(additions);
    removals = List.copyOf(removals);
    if (action.removes() && seen == null) {
      throw new IllegalArgumentException("Only a member can be removed");
    }
  }
}
