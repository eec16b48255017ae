package canon.cpp.cloudservice.membership;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.annotation.CheckReturnValue;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The cloud service users of the site, for administrators (D7).
 *
 * <pre>{@code
 * AddedUser added = client.users().add("John.Doe@gmail.com").execute();
 * client.users().remove("john.doe@gmail.com").fromEveryList().execute();
 * }</pre>
 *
 * <p>A user key is the id ({@code usr_…}) or the address in any spelling; the service canonicalises
 * (D6). This library implements the interface and may add methods to it.
 *
 * <p>A call with an invalid address or key fails with {@link
 * canon.cpp.cloudservice.errors.InvalidRequestException} when it is executed, whether the library
 * finds that or the service. {@link canon.cpp.cloudservice.EmailAddress#parse(String)} reads what a
 * user types.
 */
@CheckReturnValue
public interface Users {

  /**
   * Adds a user to the Dashboard list, the Remote Match list and, as Invited, the Remote Control
   * list, in one step (D8). Adding an existing user restores the missing lists (D15).
   *
   * @param email the address of a Microsoft or Google account, at most 254 characters
   * @return a change whose result says what was done, list by list
   */
  Change<AddedUser> add(String email);

  /**
   * Reads a user.
   *
   * @param userKey the id or the address
   * @return a call that fails with {@link canon.cpp.cloudservice.errors.NotFoundException} if there
   *     is none
   */
  Call<User> get(String userKey);

  /**
   * Reads a user who may not exist.
   *
   * @param userKey the id or the address
   * @return a call whose result is empty if there is none
   */
  Call<Optional<User>> find(String userKey);

  /**
   * Waits until a user is Active on the list of an application: for Remote Control, until the first
   * use of the app (D9). The user is read again and again, at first after half a second to one
   * second, later every 15 to 30 seconds.
   *
   * <pre>{@code
   * User user =
   *     client.users().awaitActive("john@contoso.com", REMOTE_CONTROL).timeout(Duration.ofHours(1)).execute();
   * }</pre>
   *
   * <p>The timeout is that of the whole wait, 10 minutes if none is set; then the call fails with
   * {@link canon.cpp.cloudservice.errors.DeadlineException}. Each read has the client's timeout and
   * is retried as usual. After a {@linkplain
   * canon.cpp.cloudservice.errors.CloudServiceException#isTransient() temporary} failure the wait
   * goes on, any other one ends it. It also goes on for a user who is not on the list.
   *
   * @param userKey the id or the address
   * @param application the application
   * @return a call that fails with {@link canon.cpp.cloudservice.errors.NotFoundException} as soon
   *     as there is no such user
   */
  Call<User> awaitActive(String userKey, Application application);

  /**
   * Removes a user from lists, which the next method selects.
   *
   * @param userKey the id or the address
   * @return the choice of lists
   */
  RemoveUser remove(String userKey);

  /**
   * Resolves typed addresses to members of the site. The service canonicalises (D6), so a list of
   * addresses can be compared with the members without rules in the client. A malformed address
   * does not fail the call; its result has the reason.
   *
   * <pre>{@code
   * for (ResolvedAddress row : client.users().resolve(List.of("John.Doe@gmail.com")).execute()) { … }
   * }</pre>
   *
   * @param addresses 1 to 1,000 addresses as they were typed
   * @return a call whose result has one entry for each address, in the same order
   * @throws IllegalArgumentException if there is no address or there are more than 1,000
   * @throws NullPointerException if an address is null
   */
  Call<List<ResolvedAddress>> resolve(Collection<String> addresses);

  /**
   * Lists the users, administrators on a list included (D18), ordered by canonical address.
   *
   * @return the list, not yet read
   */
  ListUsers list();
}
