package canon.cpp.cloudservice.testing.internal.state;

import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.internal.store.AccountKey;
import canon.cpp.cloudservice.testing.internal.store.AdministratorRole;
import canon.cpp.cloudservice.testing.internal.store.ApplicationList;
import canon.cpp.cloudservice.testing.internal.store.MembershipState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * All that the fake remembers, as immutable data: two that are equal are the same state.
 *
 * @param licences which applications each serial number has a licence for
 * @param tokens in the order in which they were given out
 * @param keptAnswers oldest first
 */
public record StateData(
    List<SiteData> sites,
    SortedMap<String, Set<ApplicationList>> licences,
    List<TokenData> tokens,
    List<KeptData> keptAnswers,
    Counters last) {

  /** A site, its members and printers in the order of their lists. */
  public record SiteData(
      String id,
      Instant createdAt,
      List<MemberData> members,
      List<PrinterData> printers,
      List<AccountKey> applicationPrincipals) {}

  /** A member; the address as it was typed. */
  public record MemberData(
      String userId,
      String email,
      Instant addedAt,
      Map<ApplicationList, MembershipState> lists,
      @Nullable AdministratorRole administrator,
      @Nullable AccountKey account,
      boolean signedIn) {}

  /** A registered printer. */
  public record PrinterData(
      String id,
      String series,
      String serialNumber,
      String displayName,
      Instant registeredAt,
      @Nullable Instant lastDataAt) {}

  /**
   * A token that was given out.
   *
   * @param renewable whether whoever has it gets another one when it is rejected
   */
  public record TokenData(
      String text,
      FakeAccount account,
      Instant expiresAt,
      boolean ended,
      boolean revoked,
      boolean renewable) {
    /** Hides the token. */
    @Override
    public String toString() {
      return "TokenData[" + account + "]";
    }
  }

  /** The answer of a change that was done, which whoever repeats the key gets again. */
  public record KeptData(
      AccountKey account,
      String operation,
      String key,
      String fingerprint,
      String body,
      Instant keptUntil) {}

  /** The number of the last id of each kind. */
  public record Counters(long sites, long users, long administrators, long printers) {}
}
