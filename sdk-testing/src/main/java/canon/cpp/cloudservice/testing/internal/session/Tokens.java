package canon.cpp.cloudservice.testing.internal.session;

import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.internal.store.AccountKey;
import canon.cpp.cloudservice.testing.internal.wire.Digests;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tokens that the fake issued or accepted. Issued tokens are the same in every run and have no
 * value anywhere else. Guarded by the lock of the store.
 */
public final class Tokens {
  /** The lifetime of a token. */
  public static final Duration LIFETIME = Duration.ofHours(1);

  private static final Pattern NUMBER = Pattern.compile("fake-token-([0-9]{1,18})-");

  private final Map<String, IssuedToken> byText = new LinkedHashMap<>();
  private long issued;

  /**
   * Issues a token.
   *
   * @param renewable whether the client can obtain a new token after a rejection
   */
  public IssuedToken issue(FakeAccount account, boolean renewable, Instant now) {
    String owner = Digests.hex(account.provider().id(), account.subject()).substring(0, 8);
    String text = String.format(Locale.ROOT, "fake-token-%06d-%s", ++issued, owner);
    IssuedToken token =
        IssuedToken.restored(text, account, now.plus(LIFETIME), false, false, renewable);
    byText.put(text, token);
    return token;
  }

  /** Registers a token of an identity provider, so that its session can be ended. */
  public IssuedToken accept(String text, FakeAccount account, Instant expiresAt) {
    return byText.computeIfAbsent(text, unknown -> new IssuedToken(text, account, expiresAt));
  }

  /** Returns all tokens in the order in which they were issued. */
  public List<IssuedToken> all() {
    return List.copyOf(byText.values());
  }

  /**
   * Replaces all tokens. The counter continues, so that a token that was removed is never issued
   * again.
   */
  public void replaceAll(Collection<IssuedToken> tokens) {
    byText.clear();
    for (IssuedToken token : tokens) {
      byText.put(token.text(), token);
      Matcher number = NUMBER.matcher(token.text());
      issued = number.lookingAt() ? Math.max(issued, Long.parseLong(number.group(1))) : issued;
    }
  }

  public Optional<IssuedToken> find(String text) {
    return Optional.ofNullable(byText.get(text));
  }

  /** Lets all tokens of an account expire. */
  public void expireAll(AccountKey account, Instant now) {
    of(account).forEach(token -> token.expire(now));
  }

  /** Revokes all tokens of an account. */
  public void revokeAll(AccountKey account) {
    of(account).forEach(IssuedToken::revoke);
  }

  private Stream<IssuedToken> of(AccountKey account) {
    return byText.values().stream().filter(token -> AccountKey.of(token.account()).equals(account));
  }
}
