package canon.cpp.cloudservice.testing.internal.state;

import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.internal.store.AccountKey;
import canon.cpp.cloudservice.testing.internal.store.AdministratorRole;
import canon.cpp.cloudservice.testing.internal.store.ApplicationList;
import canon.cpp.cloudservice.testing.internal.store.MembershipState;
import canon.cpp.cloudservice.testing.internal.store.PrinterSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The complete state of the fake as immutable data. Equal values describe the same state.
 *
 * @param licences the licensed applications by serial number
 * @param printerSettings what printers report of themselves, by serial number
 * @param tokens in the order in which they were issued
 * @param keptAnswers oldest first
 */
public record StateData(
    List<SiteData> sites,
    SortedMap<String, Set<ApplicationList>> licences,
    SortedMap<String, PrinterSettings> printerSettings,
    List<TokenData> tokens,
    List<KeptData> keptAnswers,
    Counters last) {

  /** A site, with its members and printers in list order. */
  public record SiteData(
      String id,
      Instant createdAt,
      List<MemberData> members,
      List<PrinterData> printers,
      List<AccountKey> applicationPrincipals) {}

  /** A member, with the address as it was typed. */
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
   * A token that the fake issued or accepted.
   *
   * @param renewable whether the client can obtain a new token after a rejection
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

  /** The stored response to a change that was applied, replayed for the same idempotency key. */
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
