package canon.cpp.cloudservice.bulk.plan;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A user as a plan wants it.
 *
 * <pre>{@code
 * List<DesiredUser> desired =
 *     List.of(
 *         DesiredUser.onAllLists("john@contoso.com"),
 *         DesiredUser.on("ann@contoso.com", DASHBOARD, REMOTE_MATCH));
 * }</pre>
 *
 * @param email the address as typed
 * @param lists the application lists that the user is on, at least one
 */
public record DesiredUser(String email, Set<Application> lists) {
  private static final Set<Application> ALL =
      Set.of(Application.DASHBOARD, Application.REMOTE_MATCH, Application.REMOTE_CONTROL);

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if there is no list; leave the user out instead
   */
  public DesiredUser {
    requireNonNull(email, "email");
    lists = Set.copyOf(lists);
    if (lists.isEmpty()) {
      throw new IllegalArgumentException(
          "A desired user is on at least one list. Leave a user out who should be on none.");
    }
  }

  /**
   * Returns a user who is on the lists of all three applications, as an add makes it (D8).
   *
   * @param email the address as typed
   * @return the user
   */
  public static DesiredUser onAllLists(String email) {
    return new DesiredUser(email, ALL);
  }

  /**
   * Returns a user who is on some lists.
   *
   * @param email the address as typed
   * @param list the application of a list
   * @param more the applications of further lists
   * @return the user
   */
  public static DesiredUser on(String email, Application list, Application... more) {
    Set<Application> lists = new LinkedHashSet<>(List.of(more));
    lists.add(list);
    return new DesiredUser(email, lists);
  }
}
