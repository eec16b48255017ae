package canon.cpp.cloudservice.testing.internal.membership;

import canon.cpp.cloudservice.testing.internal.service.OperationContext;
import canon.cpp.cloudservice.testing.internal.store.Member;
import canon.cpp.cloudservice.testing.internal.store.Members;
import canon.cpp.cloudservice.testing.internal.store.Site;
import canon.cpp.cloudservice.testing.internal.wire.Limits;
import java.util.Optional;
import java.util.function.Function;

/** The member key of a request: an id, or an address in any spelling if it contains @. */
record MemberKey(String text, Optional<Address> address) {

  /**
   * Reads the key. A key that contains @ but is not a valid address is a field error, not an
   * unknown member.
   */
  static Optional<MemberKey> read(OperationContext context, String field) {
    Optional<String> text = context.key(field, Limits.EMAIL);
    if (text.isEmpty() || text.get().indexOf('@') < 0) {
      return text.map(id -> new MemberKey(id, Optional.empty()));
    }
    return Addresses.parse(context.errors(), field, text.get())
        .map(address -> new MemberKey(text.get(), Optional.of(address)));
  }

  /** Returns the member of the site with this key. */
  Optional<Member> find(Members members, Site site, Function<String, Optional<Member>> byId) {
    Optional<Member> found =
        address.isPresent() ? members.withAddress(address.get().canonical()) : byId.apply(text);
    return found.filter(member -> member.site() == site);
  }
}
