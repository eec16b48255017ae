package canon.cpp.cloudservice.remotecontrol;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.membership.User;

/**
 * What using the Remote Control app did.
 *
 * @param firstActivation whether this moved the user from Invited to Active (D9)
 * @param user the user as it is now
 */
public record Activation(boolean firstActivation, User user) {

  /**
   * Creates the value.
   *
   * @param firstActivation whether this moved the user from Invited to Active
   * @param user the user as it is now
   * @throws NullPointerException if something is missing that may not be null
   */
  public Activation {
    requireNonNull(user, "user");
  }
}
