package canon.cpp.cloudservice.examples.remotecontrol;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.signin.SignInApp;
import canon.cpp.cloudservice.signin.TokenStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The token providers of users who have signed in at the back end. A provider caches an access
 * token, so a node keeps those of the users it has seen last. All nodes use the same stored
 * sign-in.
 */
final class SignedInUsers implements AutoCloseable {
  private static final int KEPT = 1000;

  private final SignInApp app;
  private final TokenStore store;
  private final Map<String, AccountTokenProvider> providers = new LinkedHashMap<>(16, 0.75f, true);

  SignedInUsers(SignInApp app, TokenStore store) {
    this.app = app;
    this.store = store;
  }

  /**
   * Returns the provider of a stored sign-in. The store is read each time, so that a sign-out at
   * one node holds at all nodes at once.
   *
   * @param name the hash of the browser's handle
   * @return empty if the user is not signed in
   */
  Optional<AccountTokenProvider> provider(String name) {
    if (store.load(name).isEmpty()) {
      remove(name);
      return Optional.empty();
    }
    synchronized (providers) {
      AccountTokenProvider provider =
          providers.computeIfAbsent(name, stored -> app.stored(store, stored));
      if (providers.size() > KEPT) {
        remove(providers.keySet().iterator().next());
      }
      return Optional.of(provider);
    }
  }

  TokenStore store() {
    return store;
  }

  /** Closes the provider of a sign-in on this node. What is stored stays. */
  void remove(String name) {
    synchronized (providers) {
      AccountTokenProvider provider = providers.remove(name);
      if (provider != null) {
        provider.close();
      }
    }
  }

  @Override
  public void close() {
    synchronized (providers) {
      providers.values().forEach(AccountTokenProvider::close);
      providers.clear();
    }
  }
}
