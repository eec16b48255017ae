package canon.cpp.cloudservice.membership;

import canon.cpp.cloudservice.PageToken;
import canon.cpp.cloudservice.PagedCall;
import canon.cpp.cloudservice.annotation.CheckReturnValue;
import java.time.Duration;

/**
 * The list of administrators, with a filter.
 *
 * <pre>{@code
 * long waiting = client.administrators().list().state(AdministratorState.INVITED).stream().count();
 * }</pre>
 */
@CheckReturnValue
public interface ListAdministrators extends PagedCall<Administrator> {

  /**
   * Selects administrators in one state.
   *
   * @param state invited or active
   * @return the filtered list
   */
  ListAdministrators state(AdministratorState state);

  @Override
  ListAdministrators pageSize(int size);

  @Override
  ListAdministrators startingFrom(PageToken token);

  @Override
  ListAdministrators timeoutPerPage(Duration timeout);

  @Override
  ListAdministrators header(String name, String value);

  @Override
  ListAdministrators prefetch();
}
