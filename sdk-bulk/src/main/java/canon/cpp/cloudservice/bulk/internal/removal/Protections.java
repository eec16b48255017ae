package canon.cpp.cloudservice.bulk.internal.removal;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.ResolvedAddress;
import canon.cpp.cloudservice.session.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is never removed, by canonical address. The same for bulk removals and plans. */
public final class Protections {
  private static final int MOST_ADDRESSES = 1_000;

  private final Map<String, String> reasons = new HashMap<>();
  private final Set<String> named = new TreeSet<>();

  private Protections() {}

  /** Returns empty protections, for resources that are not members. */
  public static Protections none() {
    return new Protections();
  }

  /**
   * Reads who is protected: the account itself, the last active administrator, and more addresses.
   */
  public static Protections read(
      CloudServiceClient client, Session session, Collection<String> more) {
    Protections protections = new Protections();
    protections.addAll(client, more);
    protections.addLastAdministrator(client);
    String own = session.account().canonicalEmail();
    if (own != null) {
      protections.reasons.put(own, "This is the account that runs the job, which is protected.");
    }
    return protections;
  }

  private void addAll(CloudServiceClient client, Collection<String> emails) {
    List<String> all = new ArrayList<>(emails);
    for (int from = 0; from < all.size(); from += MOST_ADDRESSES) {
      int to = Math.min(all.size(), from + MOST_ADDRESSES);
      for (ResolvedAddress row : client.users().resolve(all.subList(from, to)).execute()) {
        String canonical = row.canonicalEmail();
        if (canonical == null) {
          throw new IllegalArgumentException(
              "An address to protect is malformed, so nothing was removed");
        }
        reasons.put(canonical, "The caller protects this member.");
        named.add(canonical);
      }
    }
  }

  private void addLastAdministrator(CloudServiceClient client) {
    List<Administrator> active =
        client.administrators().list().state(AdministratorState.ACTIVE).stream()
            .limit(2)
            .collect(Collectors.toList());
    if (active.size() == 1) {
      reasons.put(
          active.get(0).canonicalEmail(),
          "This is the last active administrator, who is protected.");
    }
  }

  /** Returns why a member is protected; null if it is not. */
  public @Nullable String reason(@Nullable String canonicalEmail) {
    return canonicalEmail == null ? null : reasons.get(canonicalEmail);
  }

  /** Returns the canonical addresses that the caller protects. */
  public List<String> named() {
    return List.copyOf(named);
  }
}
