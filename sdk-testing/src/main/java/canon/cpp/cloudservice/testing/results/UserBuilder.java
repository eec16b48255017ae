package canon.cpp.cloudservice.testing.results;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.annotation.CanIgnoreReturnValue;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.ApplicationEntry;
import canon.cpp.cloudservice.membership.ListState;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.testing.FakeClock;
import canon.cpp.cloudservice.testing.internal.membership.Address;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds a user; see {@link Results#user}.
 *
 * <pre>{@code
 * User john = Results.user("john@contoso.com").on(DASHBOARD, REMOTE_CONTROL).build();
 * }</pre>
 */
public final class UserBuilder {
  private static final List<Application> ALL =
      List.of(Application.DASHBOARD, Application.REMOTE_MATCH, Application.REMOTE_CONTROL);

  private final Address email;
  private final Map<Application, ListState> lists = new LinkedHashMap<>();
  private String id;
  private String etag;
  private AdministratorState administrator = AdministratorState.NONE;
  private Instant addedAt = FakeClock.START;

  UserBuilder(String email) {
    this.email = Address.parse(email);
    this.id = Results.id("usr_", this.email.canonical());
    this.etag = '"' + this.id + '"';
    ALL.forEach(this::add);
  }

  /**
   * Sets the id; derived from the address by default.
   *
   * @param value the id
   * @return this builder
   */
  @CanIgnoreReturnValue
  public UserBuilder id(String value) {
    id = requireNonNull(value, "value");
    return this;
  }

  /**
   * Sets the lists of the user; all by default. In Remote Control the user is Invited.
   *
   * @param applications the applications with these lists; none for a user who is only an
   *     administrator
   * @return this builder
   */
  @CanIgnoreReturnValue
  public UserBuilder on(Application... applications) {
    lists.clear();
    Arrays.asList(applications).forEach(this::add);
    return this;
  }

  /**
   * Puts the user on the Remote Control list, as Active (D9).
   *
   * @return this builder
   */
  @CanIgnoreReturnValue
  public UserBuilder remoteControlActive() {
    lists.put(Application.REMOTE_CONTROL, ListState.ACTIVE);
    return this;
  }

  /**
   * Makes the user an administrator too (D18); not by default.
   *
   * @param state invited or active
   * @return this builder
   */
  @CanIgnoreReturnValue
  public UserBuilder administrator(AdministratorState state) {
    administrator = requireNonNull(state, "state");
    return this;
  }

  /**
   * Sets when the user was added; {@link FakeClock#START} by default.
   *
   * @param instant the time
   * @return this builder
   */
  @CanIgnoreReturnValue
  public UserBuilder addedAt(Instant instant) {
    addedAt = requireNonNull(instant, "instant");
    return this;
  }

  /**
   * Sets the etag; one of the fake's form if not set.
   *
   * @param value the etag, with its quotation marks
   * @return this builder
   */
  @CanIgnoreReturnValue
  public UserBuilder etag(String value) {
    etag = requireNonNull(value, "value");
    return this;
  }

  /**
   * Builds the user.
   *
   * @return the user
   */
  public User build() {
    List<ApplicationEntry> entries =
        lists.entrySet().stream()
            .map(entry -> new ApplicationEntry(entry.getKey(), entry.getValue()))
            .toList();
    return new User(id, email.typed(), email.canonical(), administrator, entries, addedAt, etag);
  }

  private void add(Application application) {
    boolean invites = application.equals(Application.REMOTE_CONTROL);
    lists.put(application, invites ? ListState.INVITED : ListState.ACTIVE);
  }
}
