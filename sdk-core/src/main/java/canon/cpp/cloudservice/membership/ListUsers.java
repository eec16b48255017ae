package canon.cpp.cloudservice.membership;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.PageToken;
import canon.cpp.cloudservice.PagedCall;
import canon.cpp.cloudservice.annotation.CheckReturnValue;
import java.time.Duration;

/**
 * The list of users, with filters. Filters combine: a user has to match all of them.
 *
 * <pre>{@code
 * for (User user : client.users().list().on(REMOTE_CONTROL).remoteControl(INVITED)) { … }
 * }</pre>
 */
@CheckReturnValue
public interface ListUsers extends PagedCall<User> {

  /**
   * Selects users on the list of an application.
   *
   * @param application the application of the list
   * @return the filtered list
   */
  ListUsers on(Application application);

  /**
   * Selects users with a state on the Remote Control list.
   *
   * @param state Invited or Active
   * @return the filtered list
   */
  ListUsers remoteControl(ListState state);

  /**
   * Selects users whose canonical address starts with a text.
   *
   * @param prefix 1 to 254 characters, in any case
   * @return the filtered list
   * @throws IllegalArgumentException if the text is blank, too long or has control characters
   */
  ListUsers emailStartingWith(String prefix);

  @Override
  ListUsers pageSize(int size);

  @Override
  ListUsers startingFrom(PageToken token);

  @Override
  ListUsers timeoutPerPage(Duration timeout);

  @Override
  ListUsers header(String name, String value);

  @Override
  ListUsers prefetch();
}
