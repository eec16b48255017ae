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
 * The tokens that the fake has given out: texts that prove nothing anywhere else, and that are the
 * same in every run. Guarded by the lock of the store.
 */
public final class Tokens {
  /** How long a token lives. */
  public static final Duration LIFE = Duration.ofHours(1);

  private static final Pattern NUMBER = Pattern.compile("fake-token-([0-9]{1,18})-");

  private final Map<String, IssuedToken> byText = new LinkedHashMap<>();
  private long issued;

  /**
   * Gives out a token.
   *
   * @param renewable whether whoever gets it asks for another one when it is rejected
   */
  public IssuedToken issue(FakeAccount account, boolean renewable, Instant now) {
    String owner = Digests.hex(account.provider().id(), account.subject()).substring(0, 8);
    String text = String.format(Locale.ROOT, "fake-token-%06d-%s", ++issued, owner);
    IssuedToken token =
        IssuedToken.restored(text, account, now.plus(LIFE), false, false, renewable);
    byText.put(text, token);
    return token;
  }

  /** A token of an identity provider, which is known from now on: somebody can log out with it. */
  public IssuedToken accept(String text, FakeAccount account, Instant expiresAt) {
    return byText.computeIfAbsent(text, unknown -> new IssuedToken(text, account, expiresAt));
  }

  /** All tokens, in the order in which they were given out. */
  public List<IssuedToken> all() {
    return List.copyOf(byText.values());
  }

  /**
   * Knows these tokens only. Their number goes on: whoever holds one that is not known any more is
   * not to be given the same again.
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

  /** The life of all tokens of an account is over. */
  public void expireAll(AccountKey account, Instant now) {
    of(account).forEach(token -> token.expire(now));
  }

  /** All tokens of an account are taken back. */
  public void revokeAll(AccountKey account) {
    of(account).forEach(IssuedToken::revoke);
  }

  private Stream<IssuedToken> of(AccountKey account) {
    return byText.values().stream().filter(token -> AccountKey.of(token.account()).equals(account));
  }
}
