package canon.cpp.cloudservice.testing.internal.membership;

import canon.cpp.cloudservice.testing.internal.store.ApplicationList;
import canon.cpp.cloudservice.testing.internal.store.Member;
import canon.cpp.cloudservice.testing.internal.store.MemberIndex;
import canon.cpp.cloudservice.testing.internal.store.MembershipState;
import canon.cpp.cloudservice.testing.internal.store.Site;
import canon.cpp.cloudservice.testing.internal.wire.FieldErrors;
import canon.cpp.cloudservice.testing.internal.wire.Limits;
import canon.cpp.cloudservice.testing.internal.wire.Query;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;

/** The filters of a user list; a user must match all of them. Page tokens are bound to its text. */
record UserFilter(
    Optional<ApplicationList> application, Optional<MembershipState> state, String prefix) {

  static UserFilter of(Query query, FieldErrors errors) {
    Optional<ApplicationList> application =
        query.value("application").flatMap(id -> Choices.application(errors, "application", id));
    Optional<MembershipState> state =
        query
            .value("remoteControlState")
            .flatMap(id -> Choices.state(errors, "remoteControlState", id));
    Optional<String> text =
        query.value("text").flatMap(t -> errors.checkText("text", t, Limits.EMAIL));
    // A part of an address has no canonical form.
    String prefix = text.map(t -> t.toLowerCase(Locale.ROOT)).orElse("");
    return new UserFilter(application, state, prefix);
  }

  /** Returns the shortest index that contains all matching users. */
  NavigableMap<String, Member> source(Site site) {
    return indexes().stream()
        .map(site::members)
        .min(Comparator.comparingInt(NavigableMap::size))
        .orElseGet(() -> site.members(MemberIndex.USERS));
  }

  boolean matches(Member member) {
    return indexes().stream().allMatch(index -> index.holds(member));
  }

  private List<MemberIndex> indexes() {
    return Stream.concat(
            application.map(MemberIndex::on).stream(),
            state.map(MemberIndex::onRemoteControl).stream())
        .toList();
  }
}
