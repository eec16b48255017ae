package canon.cpp.cloudservice.membership;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.annotation.CheckReturnValue;
import java.util.Optional;

/**
 * The cloud service administrators of the site, for administrators (D7).
 *
 * <pre>{@code
 * client.administrators().add("boss@contoso.com").execute();   // invited until the first sign-in
 * }</pre>
 *
 * <p>An administrator key is the id ({@code adm_…}) or the address in any spelling. The library
 * implements this interface; methods may be added to it.
 *
 * <p>A call with an invalid address or key fails with {@link
 * canon.cpp.cloudservice.errors.InvalidRequestException} when it is executed, whether the library
 * finds that or the service. {@link canon.cpp.cloudservice.EmailAddress#parse(String)} reads what a
 * user types.
 */
@CheckReturnValue
public interface Administrators {

  /**
   * Adds an administrator, invited until the first sign-in, who also joins the Dashboard and Remote
   * Match lists (D10).
   *
   * @param email the address of a Microsoft or Google account, at most 254 characters; a dedicated
   *     account is recommended (D19)
   * @return a change whose result says what was done
   */
  Change<AddedAdministrator> add(String email);

  /**
   * Reads an administrator.
   *
   * @param administratorKey the id or the address
   * @return a call that fails with {@link canon.cpp.cloudservice.errors.NotFoundException} if there
   *     is none
   */
  Call<Administrator> get(String administratorKey);

  /**
   * Reads an administrator who may not exist.
   *
   * @param administratorKey the id or the address
   * @return a call whose result is empty if there is none
   */
  Call<Optional<Administrator>> find(String administratorKey);

  /**
   * Waits until an administrator is active: until the first sign-in (D10). Timeout and failures are
   * those of {@link Users#awaitActive}.
   *
   * @param administratorKey the id or the address
   * @return a call that fails with {@link canon.cpp.cloudservice.errors.NotFoundException} as soon
   *     as there is no such administrator
   */
  Call<Administrator> awaitActive(String administratorKey);

  /**
   * Removes the administrator role; the lists stay. The last active administrator cannot be removed
   * (D13): {@link canon.cpp.cloudservice.errors.ConflictException}.
   *
   * @param administratorKey the id or the address; may be the caller's own
   * @return a change whose result is the former administrator
   */
  RemoveAdministrator remove(String administratorKey);

  /**
   * Lists the administrators, ordered by canonical address.
   *
   * @return the list, not yet read
   */
  ListAdministrators list();
}
