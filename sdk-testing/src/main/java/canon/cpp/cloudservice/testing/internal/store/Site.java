package canon.cpp.cloudservice.testing.internal.store;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** An administration site, with its members and printers in list order. */
public final class Site {
  private final String id;
  private final Instant createdAt;
  private final Map<MemberIndex, NavigableMap<String, Member>> members =
      new EnumMap<>(MemberIndex.class);
  private final NavigableMap<String, RegisteredPrinter> printers =
      new TreeMap<>(CodePointOrder.INSTANCE);

  Site(String id, Instant createdAt) {
    this.id = id;
    this.createdAt = createdAt;
  }

  public String id() {
    return id;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Returns the members of an index by canonical address. */
  public NavigableMap<String, Member> members(MemberIndex index) {
    return members.getOrDefault(index, Collections.emptyNavigableMap());
  }

  /** Returns the printers by serial number. */
  public NavigableMap<String, RegisteredPrinter> printers() {
    return printers;
  }

  /** Updates all indexes for a member. */
  void index(Member member) {
    String key = member.address().canonical();
    for (MemberIndex index : MemberIndex.values()) {
      NavigableMap<String, Member> map =
          members.computeIfAbsent(index, i -> new TreeMap<>(CodePointOrder.INSTANCE));
      if (index.holds(member)) {
        map.put(key, member);
      } else {
        map.remove(key);
      }
    }
  }
}
