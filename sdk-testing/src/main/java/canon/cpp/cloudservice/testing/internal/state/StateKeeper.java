package canon.cpp.cloudservice.testing.internal.state;

import canon.cpp.cloudservice.testing.internal.idempotency.AttemptCounts;
import canon.cpp.cloudservice.testing.internal.idempotency.IdempotentResponses;
import canon.cpp.cloudservice.testing.internal.membership.Address;
import canon.cpp.cloudservice.testing.internal.session.IssuedToken;
import canon.cpp.cloudservice.testing.internal.session.Tokens;
import canon.cpp.cloudservice.testing.internal.state.StateData.Counters;
import canon.cpp.cloudservice.testing.internal.state.StateData.KeptData;
import canon.cpp.cloudservice.testing.internal.state.StateData.MemberData;
import canon.cpp.cloudservice.testing.internal.state.StateData.PrinterData;
import canon.cpp.cloudservice.testing.internal.state.StateData.SiteData;
import canon.cpp.cloudservice.testing.internal.state.StateData.TokenData;
import canon.cpp.cloudservice.testing.internal.store.Member;
import canon.cpp.cloudservice.testing.internal.store.MemberIndex;
import canon.cpp.cloudservice.testing.internal.store.RegisteredPrinter;
import canon.cpp.cloudservice.testing.internal.store.Site;
import canon.cpp.cloudservice.testing.internal.store.Store;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import canon.cpp.cloudservice.testing.internal.wire.ServiceResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Exports and restores the state of the fake. The caller holds the lock of the store. */
public final class StateKeeper {
  private final Store store;
  private final Tokens tokens;
  private final IdempotentResponses keptAnswers;
  private final AttemptCounts attempts;

  public StateKeeper(
      Store store, Tokens tokens, IdempotentResponses keptAnswers, AttemptCounts attempts) {
    this.store = store;
    this.tokens = tokens;
    this.keptAnswers = keptAnswers;
    this.attempts = attempts;
  }

  /** Returns the current state. Requests that are held are not included. */
  public StateData take(Instant now) {
    return new StateData(
        store.sites().stream().map(this::site).toList(),
        store.printers().allLicences(),
        store.printers().allSettings(),
        tokens.all().stream().map(StateKeeper::token).toList(),
        keptAnswers.all(now).stream().map(StateKeeper::kept).toList(),
        new Counters(
            store.siteIds().last(),
            store.members().userIds().last(),
            store.members().administratorIds().last(),
            store.printers().ids().last()));
  }

  /** Clears the state and the attempt counters. */
  public void clear() {
    store.clear();
    tokens.replaceAll(List.of());
    keptAnswers.replaceAll(List.of());
    attempts.clear();
  }

  /** Replaces the state. */
  public void put(StateData state) {
    clear();
    state.sites().forEach(this::restore);
    state.licences().forEach(store.printers()::setLicences);
    state.printerSettings().forEach(store.printers()::setSettings);
    tokens.replaceAll(state.tokens().stream().map(StateKeeper::issued).toList());
    keptAnswers.replaceAll(state.keptAnswers().stream().map(StateKeeper::kept).toList());
    store.siteIds().goOnAfter(state.last().sites());
    store.members().userIds().goOnAfter(state.last().users());
    store.members().administratorIds().goOnAfter(state.last().administrators());
    store.printers().ids().goOnAfter(state.last().printers());
  }

  private SiteData site(Site site) {
    List<MemberData> members = new ArrayList<>();
    site.members(MemberIndex.USERS).values().forEach(member -> members.add(member(member)));
    site.members(MemberIndex.ADMINISTRATORS).values().stream()
        .filter(member -> !member.isUser())
        .forEach(member -> members.add(member(member)));
    return new SiteData(
        site.id(),
        site.createdAt(),
        List.copyOf(members),
        site.printers().values().stream().map(StateKeeper::printer).toList(),
        store.principalsOf(site));
  }

  private static MemberData member(Member member) {
    return new MemberData(
        member.userId(),
        member.address().typed(),
        member.addedAt(),
        Map.copyOf(member.lists()),
        member.role().orElse(null),
        member.account().orElse(null),
        member.hasSignedIn());
  }

  private static PrinterData printer(RegisteredPrinter printer) {
    return new PrinterData(
        printer.id(),
        printer.series(),
        printer.serialNumber(),
        printer.displayName(),
        printer.registeredAt(),
        printer.lastDataAt());
  }

  private static TokenData token(IssuedToken token) {
    return new TokenData(
        token.text(),
        token.account(),
        token.expiresAt(),
        token.isEnded(),
        token.isRevoked(),
        token.isRenewable());
  }

  private static KeptData kept(IdempotentResponses.Kept kept) {
    return new KeptData(
        kept.scope().account(),
        kept.scope().operation(),
        kept.scope().key(),
        kept.fingerprint(),
        new String(kept.response().body(), StandardCharsets.UTF_8),
        kept.keptUntil());
  }

  private void restore(SiteData data) {
    Site site = store.addSite(data.id(), data.createdAt());
    data.members()
        .forEach(
            member ->
                store
                    .members()
                    .restore(
                        Member.restored(
                            member.userId(),
                            site,
                            Address.parse(member.email()),
                            member.addedAt(),
                            member.lists(),
                            member.administrator(),
                            member.account(),
                            member.signedIn())));
    data.printers()
        .forEach(
            printer ->
                store
                    .printers()
                    .restore(
                        new RegisteredPrinter(
                            printer.id(),
                            site,
                            printer.series(),
                            printer.serialNumber(),
                            printer.displayName(),
                            printer.registeredAt(),
                            printer.lastDataAt())));
    data.applicationPrincipals().forEach(principal -> store.admitPrincipal(principal, site));
  }

  private static IssuedToken issued(TokenData token) {
    return IssuedToken.restored(
        token.text(),
        token.account(),
        token.expiresAt(),
        token.ended(),
        token.revoked(),
        token.renewable());
  }

  private static IdempotentResponses.Kept kept(KeptData kept) {
    return new IdempotentResponses.Kept(
        new IdempotentResponses.Scope(kept.account(), kept.operation(), kept.key()),
        kept.fingerprint(),
        ServiceResponse.ok(Json.read(kept.body().getBytes(StandardCharsets.UTF_8)).orElseThrow()),
        kept.keptUntil());
  }
}
