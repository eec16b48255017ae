package canon.cpp.cloudservice.testing;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Returns one token until it is rejected, and then a new one. */
final class FakeTokenProvider implements TokenProvider {
  private final Supplier<AccessToken> source;
  private @Nullable AccessToken current;

  FakeTokenProvider(Supplier<AccessToken> source) {
    this.source = source;
  }

  @Override
  public synchronized AccessToken token(TokenRequest request) {
    AccessToken token = current;
    if (token == null || request.rejected().equals(Optional.of(token))) {
      token = source.get();
      current = token;
    }
    return token;
  }
}
