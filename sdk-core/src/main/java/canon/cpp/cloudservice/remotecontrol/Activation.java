package canon.cpp.cloudservice.remotecontrol;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.membership.User;

/**
 * The result of the first or a later use of the Remote Control app.
 *
 * @param firstActivation whether this moved the user from Invited to Active (D9)
 * @param user the user as it is now
 */
public record Activation(boolean firstActivation, User user) {

  public Activation {
    requireNonNull(user, "user");
  }
}
