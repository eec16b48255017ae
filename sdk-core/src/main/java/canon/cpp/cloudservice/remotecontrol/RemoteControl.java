package canon.cpp.cloudservice.remotecontrol;

import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.annotation.CheckReturnValue;

/**
 * PRISMAsync Remote Control, for its users themselves.
 *
 * <pre>{@code
 * Activation done = client.withToken(usersOwnToken).remoteControl().activate().execute();
 * }</pre>
 *
 * <p>The library implements this interface; methods may be added to it.
 */
@CheckReturnValue
public interface RemoteControl {

  /**
   * Tells the service that the user uses the app, with the user's own account. The first time moves
   * the user from Invited to Active; again changes nothing and succeeds (D9). Rejected with {@code
   * not-on-remote-control-list} for anybody who is not on the list.
   *
   * @return a change that answers whether it was the first time
   */
  Change<Activation> activate();
}
