package canon.cpp.cloudservice.testing.results;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.annotation.CanIgnoreReturnValue;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.testing.FakeClock;
import canon.cpp.cloudservice.testing.internal.membership.Address;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Makes up an administrator; see {@link Results#administrator}.
 *
 * <pre>{@code
 * Administrator boss = Answers.administrator("boss@contoso.com").activeSince(monday).build();
 * }</pre>
 */
public final class AdministratorBuilder {
  private final Address email;
  private String id;
  private Instant addedAt = FakeClock.START;
  private @Nullable Instant firstSignInAt;

  AdministratorBuilder(String email) {
    this.email = Address.parse(email);
    this.id = Results.id("adm_", this.email.canonical());
  }

  /**
   * Sets the id; one that follows from the address if not set.
   *
   * @param value the id
   * @return this builder
   */
  @CanIgnoreReturnValue
  public AdministratorBuilder id(String value) {
    id = requireNonNull(value, "value");
    return this;
  }

  /**
   * Makes the administrator active (D10); invited if not set.
   *
   * @param firstSignIn when the administrator signed in for the first time
   * @return this builder
   */
  @CanIgnoreReturnValue
  public AdministratorBuilder activeSince(Instant firstSignIn) {
    firstSignInAt = requireNonNull(firstSignIn, "firstSignIn");
    return this;
  }

  /**
   * Sets when the administrator was added; {@link FakeClock#START} if not set.
   *
   * @param instant when
   * @return this builder
   */
  @CanIgnoreReturnValue
  public AdministratorBuilder addedAt(Instant instant) {
    addedAt = requireNonNull(instant, "instant");
    return this;
  }

  /**
   * Makes the administrator.
   *
   * @return the answer
   */
  public Administrator build() {
    AdministratorState state =
        firstSignInAt == null ? AdministratorState.INVITED : AdministratorState.ACTIVE;
    return new Administrator(id, email.typed(), email.canonical(), state, addedAt, firstSignInAt);
  }
}
