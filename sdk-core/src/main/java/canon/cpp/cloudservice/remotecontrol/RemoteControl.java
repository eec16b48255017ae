package canon.cpp.cloudservice.remotecontrol;

import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.annotation.CheckReturnValue;

/**
 * The operations of the PRISMAsync Remote Control app, for its users.
 *
 * <pre>{@code
 * Activation done = client.withToken(usersOwnToken).remoteControl().activate().execute();
 * }</pre>
 *
 * <p>This library implements the interface and may add methods to it.
 */
@CheckReturnValue
public interface RemoteControl {

  /**
   * Tells the service that the user uses the app with the user's own account. The first call moves
   * the user from Invited to Active; later calls change nothing and succeed (D9). Rejected with
   * {@code not-on-remote-control-list} if the user is not on the list.
   *
   * @return a change whose result says whether it was the first time
   */
  Change<Activation> activate();
}
