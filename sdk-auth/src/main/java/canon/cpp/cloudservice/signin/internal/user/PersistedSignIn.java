package canon.cpp.cloudservice.signin.internal.user;

import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.signin.TokenStore;
import canon.cpp.cloudservice.signin.TokenStoreException;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a store keeps of one person. */
final class PersistedSignIn {
  private static final Logger LOG = LoggerFactory.getLogger("canon.cpp.cloudservice.signin");

  private final TokenStore store;
  private final String name;
  private final String provider;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile boolean loaded;
  private byte @Nullable [] known;
  private boolean anew;
  private boolean givenUp;

  PersistedSignIn(TokenStore store, String name, String provider) {
    this.store = store;
    this.name = name;
    this.provider = provider;
  }

  boolean isLoaded() {
    return loaded;
  }

  /**
   * Has the grant take up what is kept, the first time.
   *
   * @throws AuthenticationException if it cannot be read; the next time it is tried again
   */
  void loadInto(UserGrant grant) {
    if (!loaded) {
      try {
        boolean unused = takeUp(grant);
        loaded = true;
      } catch (RuntimeException e) {
        throw AuthenticationException.builder(AuthenticationErrorKind.OTHER)
            .provider(provider)
            .summary("the stored sign-in cannot be read")
            .remedy("See the cause; forget() gives up what is stored.")
            .cause(e)
            .build();
      }
    }
  }

  /**
   * Has the grant take up what another process has saved meanwhile.
   *
   * @return false if there is nothing else than what was known
   */
  boolean takeUpNewer(UserGrant grant) {
    try {
      return takeUp(grant);
    } catch (RuntimeException e) {
      LOG.warn("{}: the stored sign-in cannot be read any more: {}", provider, shown(e));
      return false;
    }
  }

  private boolean takeUp(UserGrant grant) {
    lock.lock();
    try {
      byte[] found = givenUp ? null : store.load(name).orElse(null);
      if (found == null || Arrays.equals(found, known)) {
        return false;
      }
      SignedInAccount before = grant.account().orElse(null);
      grant.restore(found.clone());
      if (before != null && !SameAccount.are(before, grant.account().orElse(null))) {
        if (known != null) {
          grant.restore(known.clone());
        }
        return false;
      }
      known = found;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** The next save puts what a person has just signed in for in the place of whatever is kept. */
  void signedInAnew() {
    lock.lock();
    try {
      anew = true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Saves what the grant remembers if that has changed. What somebody else has put there meanwhile
   * stays, unless a person has just signed in here. A failure costs nobody a token.
   *
   * @return false if somebody else has deleted it: the sign-in is over
   */
  boolean save(UserGrant grant, BooleanSupplier stillWanted) {
    byte[] state = grant.state().orElse(null);
    lock.lock();
    try {
      if (Arrays.equals(state, known) || !stillWanted.getAsBoolean()) {
        return true;
      }
      byte[] there = anew ? known : store.load(name).orElse(null);
      if (there == null && known != null) {
        givenUp = true;
        known = null;
        return false;
      }
      if (!Arrays.equals(there, known)) {
        return true;
      }
      if (state == null) {
        store.delete(name);
      } else {
        store.save(name, state.clone());
      }
      known = state;
      anew = false;
      givenUp = false;
    } catch (RuntimeException e) {
      LOG.warn(
          "{}: the sign-in could not be saved, and will be lost at the end of the program unless a"
              + " later request saves it: {}",
          provider,
          shown(e));
    } finally {
      lock.unlock();
    }
    return true;
  }

  /** Deletes it, whether it could be read or not. An interrupt does not save it. */
  void delete() {
    lock.lock();
    try {
      try {
        store.delete(name);
      } catch (RuntimeException e) {
        if (!Thread.interrupted()) {
          throw e;
        }
        try {
          store.delete(name);
        } finally {
          Thread.currentThread().interrupt();
        }
      }
      known = null;
      loaded = true;
      givenUp = true;
    } finally {
      lock.unlock();
    }
  }

  /** A host's own store may say anything. */
  private static @Nullable String shown(RuntimeException failure) {
    return failure instanceof TokenStoreException
        ? failure.getMessage()
        : failure.getClass().getSimpleName();
  }
}
