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
 * Builds an administrator; see {@link Results#administrator}.
 *
 * <pre>{@code
 * Administrator boss = Results.administrator("boss@contoso.com").activeSince(monday).build();
 * }</pre>
 */
public final class AdministratorBuilder {
  private final Address email;
  private String id;
  private String etag;
  private Instant addedAt = FakeClock.START;
  private @Nullable Instant firstSignInAt;

  AdministratorBuilder(String email) {
    this.email = Address.parse(email);
    this.id = Results.id("adm_", this.email.canonical());
    this.etag = '"' + this.id + '"';
  }

  /**
   * Sets the id; derived from the address by default.
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
   * Sets the etag; one of the fake's form if not set.
   *
   * @param value the etag, with its quotation marks
   * @return this builder
   */
  @CanIgnoreReturnValue
  public AdministratorBuilder etag(String value) {
    etag = requireNonNull(value, "value");
    return this;
  }

  /**
   * Makes the administrator active (D10); invited by default.
   *
   * @param firstSignIn the time of the first sign-in
   * @return this builder
   */
  @CanIgnoreReturnValue
  public AdministratorBuilder activeSince(Instant firstSignIn) {
    firstSignInAt = requireNonNull(firstSignIn, "firstSignIn");
    return this;
  }

  /**
   * Sets when the administrator was added; {@link FakeClock#START} by default.
   *
   * @param instant the time
   * @return this builder
   */
  @CanIgnoreReturnValue
  public AdministratorBuilder addedAt(Instant instant) {
    addedAt = requireNonNull(instant, "instant");
    return this;
  }

  /**
   * Builds the administrator.
   *
   * @return the administrator
   */
  public Administrator build() {
    AdministratorState state =
        firstSignInAt == null ? AdministratorState.INVITED : AdministratorState.ACTIVE;
    return new Administrator(
        id, email.typed(), email.canonical(), state, addedAt, firstSignInAt, etag);
  }
}
