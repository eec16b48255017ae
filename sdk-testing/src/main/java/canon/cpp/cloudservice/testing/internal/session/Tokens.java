package canon.cpp.cloudservice.testing.internal.session;

import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.internal.store.AccountKey;
import canon.cpp.cloudservice.testing.internal.wire.Digests;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tokens that the fake has given out: texts that prove nothing anywhere else, and that are the
 * same in every run. Guarded by the lock of the store.
 */
public final class Tokens {
  /** How long a token lives. */
  public static final Duration LIFE = Duration.ofHours(1);

  private final Map<String, IssuedToken> byText = new HashMap<>();

  public IssuedToken issue(FakeAccount account, Instant now) {
    String owner = Digests.hex(account.provider().id(), account.subject()).substring(0, 8);
    String text = String.format(Locale.ROOT, "fake-token-%06d-%s", byText.size() + 1, owner);
    IssuedToken token = new IssuedToken(text, account, now.plus(LIFE));
    byText.put(text, token);
    return token;
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
