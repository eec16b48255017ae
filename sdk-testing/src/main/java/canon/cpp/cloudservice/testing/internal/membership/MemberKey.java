package canon.cpp.cloudservice.testing.internal.membership;

import canon.cpp.cloudservice.testing.internal.service.OperationContext;
import canon.cpp.cloudservice.testing.internal.store.Member;
import canon.cpp.cloudservice.testing.internal.store.Members;
import canon.cpp.cloudservice.testing.internal.store.Site;
import java.util.Optional;
import java.util.function.Function;

/** How a request names a member: by an id or, with an @, by an address in any spelling. */
record MemberKey(String text, Optional<Address> address) {

  /** Empty if the key reads as an address and is none: that is wrong, not unknown. */
  static Optional<MemberKey> read(OperationContext exchange, String field) {
    Optional<String> text = exchange.key(field, Address.MAX_LENGTH);
    if (text.isEmpty() || text.get().indexOf('@') < 0) {
      return text.map(id -> new MemberKey(id, Optional.empty()));
    }
    return Addresses.parse(exchange.errors(), field, text.get())
        .map(address -> new MemberKey(text.get(), Optional.of(address)));
  }

  /** The member of the site with this key. */
  Optional<Member> find(Members members, Site site, Function<String, Optional<Member>> byId) {
    Optional<Member> found =
        address.isPresent() ? members.withAddress(address.get().canonical()) : byId.apply(text);
    return found.filter(member -> member.site() == site);
  }
}
