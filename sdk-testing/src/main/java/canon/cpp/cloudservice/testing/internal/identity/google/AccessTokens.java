package canon.cpp.cloudservice.testing.internal.identity.google;

import canon.cpp.cloudservice.testing.internal.identity.oauth.SerialTokens;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens, which are opaque to clients. */
final class AccessTokens {
  private final SerialTokens texts = new SerialTokens("ya29.fake-google-access");
  private final Map<String, IssuedAccessToken> issued = new ConcurrentHashMap<>();

  /**
   * What Google knows about a token.
   *
   * @param principal whose it is
   * @param grant the sign-in from which it comes; empty if from none
   */
  record IssuedAccessToken(
      String principal, List<String> scopes, String grant, Instant expiresAt) {}

  String issue(String principal, List<String> scopes, String grant, Instant expiresAt) {
    String text = texts.next();
    issued.put(text, new IssuedAccessToken(principal, scopes, grant, expiresAt));
    return text;
  }

  Optional<IssuedAccessToken> find(String text, Instant now) {
    return Optional.ofNullable(issued.get(text)).filter(token -> now.isBefore(token.expiresAt()));
  }

  void revoke(String grant) {
    issued.values().removeIf(token -> token.grant().equals(grant));
  }
}
