package canon.cpp.cloudservice.signin.internal.user;

import static canon.cpp.cloudservice.internal.values.Checks.text;
import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.signin.StoredSignIn;
import canon.cpp.cloudservice.signin.TokenStore;
import canon.cpp.cloudservice.signin.TokenStoreException;
import canon.cpp.cloudservice.signin.VersionedTokenStore;
import canon.cpp.cloudservice.time.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stored sign-in of one user, which other processes may renew, replace and delete.
 *
 * <p>If the store has versions, a renewal first claims the sign-in: it saves it with a mark, on the
 * condition that nothing has changed. Other processes wait until the result is stored. A claim that
 * does not change for a while is taken over, because its process may have died.
 */
final class PersistedSignIn {
  private static final Logger LOG = LoggerFactory.getLogger("canon.cpp.cloudservice.signin");

  /** After this time an unchanged claim is taken over. Measured here, so clocks do not matter. */
  private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(20);

  private static final int MAX_NAME = 200;

  private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

  private final VersionedTokenStore store;
  private final boolean hasVersions;
  private final String name;
  private final String provider;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile boolean loaded;

  /** The grant's state as stored, without a mark. */
  private byte @Nullable [] known;

  /** The version that has this state. */
  private @Nullable String version;

  private boolean claimed;
  private boolean newSignIn;
  private boolean forgotten;

  PersistedSignIn(TokenStore store, String name, String provider) {
    this.hasVersions = store instanceof VersionedTokenStore;
    this.store =
        store instanceof VersionedTokenStore versioned ? versioned : new UnversionedStore(store);
    this.name = name;
    this.provider = provider;
  }

  /**
   * Creates the stored sign-in of a host's arguments.
   *
   * @throws IllegalArgumentException if the name is blank, too long or has control characters
   */
  static PersistedSignIn of(TokenStore store, String name, String provider) {
    return new PersistedSignIn(
        requireNonNull(store, "store"), text("name", name, MAX_NAME), provider);
  }

  boolean isLoaded() {
    return loaded;
  }

  /**
   * Restores the grant from the store, the first time.
   *
   * @throws AuthenticationException if the sign-in cannot be read; the next call tries again
   */
  void loadInto(UserGrant grant) {
    if (!loaded) {
      try {
        boolean unused = reload(grant);
        loaded = true;
      } catch (RuntimeException e) {
        throw AuthenticationException.builder(AuthenticationErrorKind.OTHER)
            .provider(provider)
            .summary("the stored sign-in cannot be read")
            .remedy("See the cause. forget() deletes what is stored.")
            .cause(e)
            .build();
      }
    }
  }

  /**
   * Restores the grant from the store if another process has saved a newer state.
   *
   * @return whether the grant has another state now
   */
  boolean reloadIfChanged(UserGrant grant) {
    try {
      return reload(grant);
    } catch (RuntimeException e) {
      LOG.warn("{}: the stored sign-in can no longer be read: {}", provider, shown(e));
      return false;
    }
  }

  private boolean reload(UserGrant grant) {
    lock.lock();
    try {
      Optional<StoredSignIn> stored = forgotten ? Optional.empty() : store.loadVersioned(name);
      return stored.isPresent() && restore(grant, stored.get());
    } finally {
      lock.unlock();
    }
  }

  /** Restores the grant, unless the stored state is the known one, or of another account. */
  private boolean restore(UserGrant grant, StoredSignIn stored) {
    byte[] state = RefreshClaim.state(stored.signIn());
    if (Arrays.equals(state, known)) {
      return false;
    }
    SignedInAccount before = grant.account().orElse(null);
    grant.restore(state.clone());
    if (before != null && !SameAccount.are(before, grant.account().orElse(null))) {
      if (known != null) {
        grant.restore(known.clone());
      }
      return false;
    }
    known = state;
    version = stored.version();
    claimed = false;
    return true;
  }

  /**
   * Claims the sign-in before the grant uses its refresh token. Waits while another process has
   * claimed it, and restores the grant from what that process has saved. A store that fails does
   * not fail the renewal.
   *
   * @param timeLeft for the renewal; a part of it is spent on waiting
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  void claim(UserGrant grant, Timer timer, Duration timeLeft) throws InterruptedException {
    if (!hasVersions) {
      return;
    }
    Duration half = timeLeft.dividedBy(2);
    Duration patience = half.compareTo(CLAIM_TIMEOUT) < 0 ? half : CLAIM_TIMEOUT;
    String foreign = null;
    long since = timer.nanoTime();
    while (true) {
      boolean over = timer.nanoTime() - since >= patience.toNanos();
      String found = tryClaim(grant, over ? foreign : null);
      if (found == null) {
        return;
      }
      if (!found.equals(foreign)) {
        foreign = found;
        since = timer.nanoTime();
      }
      pause(timer);
    }
  }

  private static void pause(Timer timer) throws InterruptedException {
    try {
      timer.pause(POLL_INTERVAL).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The timer failed", e);
    }
  }

  /**
   * Claims the sign-in if it is free.
   *
   * @param abandoned the version of a claim to take over, or null
   * @return null if the renewal may start; otherwise the version of another process's claim
   */
  private @Nullable String tryClaim(UserGrant grant, @Nullable String abandoned) {
    lock.lock();
    try {
      StoredSignIn stored = forgotten ? null : store.loadVersioned(name).orElse(null);
      if (stored == null) {
        return null;
      }
      boolean unusedIsNewer = restore(grant, stored);
      byte[] state = known;
      if (state == null || !Arrays.equals(state, RefreshClaim.state(stored.signIn()))) {
        return null;
      }
      version = stored.version();
      if (RefreshClaim.isMarked(stored.signIn()) && !stored.version().equals(abandoned)) {
        return stored.version();
      }
      Optional<String> saved =
          store.saveIfUnchanged(name, RefreshClaim.mark(state), stored.version());
      saved.ifPresent(
          claim -> {
            version = claim;
            claimed = true;
          });
      return saved.isPresent() ? null : "";
    } catch (RuntimeException e) {
      LOG.debug("{}: the stored sign-in could not be claimed: {}", provider, shown(e));
      return null;
    } finally {
      lock.unlock();
    }
  }

  /** Ends a claim after a renewal that failed. */
  void release() {
    lock.lock();
    try {
      byte[] state = known;
      if (claimed && state != null) {
        claimed = false;
        version = store.saveIfUnchanged(name, state.clone(), version).orElse(version);
      }
    } catch (RuntimeException e) {
      LOG.debug("{}: the claim of the sign-in could not be ended: {}", provider, shown(e));
    } finally {
      lock.unlock();
    }
  }

  /** Has the next save replace whatever is stored, because the user has just signed in. */
  void userSignedIn() {
    lock.lock();
    try {
      newSignIn = true;
    } finally {
      lock.unlock();
    }
  }

  /** Saves the grant of a user who has just signed in, without reading what is stored. */
  void saveNew(UserGrant grant) {
    userSignedIn();
    loaded = true;
    boolean unusedSaved = save(grant, () -> true);
  }

  /**
   * Saves the grant's state if it has changed. What another process has saved in the meantime
   * stays, unless the user has just signed in here. A failure is logged, and does not cost the
   * token.
   *
   * @param stillWanted false if the account has been forgotten in the meantime
   * @return false if another process has deleted the sign-in, which ends it here too
   */
  boolean save(UserGrant grant, BooleanSupplier stillWanted) {
    byte[] state = grant.state().orElse(null);
    lock.lock();
    try {
      boolean changed = claimed || !Arrays.equals(state, known);
      if (!changed || !stillWanted.getAsBoolean()) {
        return true;
      }
      if (newSignIn) {
        replace(state);
        return true;
      }
      return saveChange(state);
    } catch (RuntimeException e) {
      LOG.warn(
          "{}: the sign-in could not be saved. It is lost when the application ends, unless a later"
              + " request saves it: {}",
          provider,
          shown(e));
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void replace(byte @Nullable [] state) {
    if (state == null) {
      store.delete(name);
      version = null;
    } else {
      store.save(name, state.clone());
      version =
          store
              .loadVersioned(name)
              .filter(stored -> Arrays.equals(stored.signIn(), state))
              .map(StoredSignIn::version)
              .orElse(null);
    }
    known = state;
    claimed = false;
    newSignIn = false;
    forgotten = false;
  }

  private boolean saveChange(byte @Nullable [] state) {
    while (true) {
      Optional<String> saved = saveOrDelete(state);
      if (saved.isPresent()) {
        known = state;
        version = state == null ? null : saved.get();
        claimed = false;
        forgotten = false;
        return true;
      }
      claimed = false;
      StoredSignIn stored = store.loadVersioned(name).orElse(null);
      if (stored == null) {
        if (known == null) {
          version = null;
          continue;
        }
        forgotten = true;
        known = null;
        version = null;
        return false;
      }
      if (!Arrays.equals(RefreshClaim.state(stored.signIn()), known)) {
        return true;
      }
      // Another process has only claimed it, with the refresh token that was used up here.
      version = stored.version();
    }
  }

  private Optional<String> saveOrDelete(byte @Nullable [] state) {
    if (state != null) {
      return store.saveIfUnchanged(name, state.clone(), version);
    }
    if (!store
        .loadVersioned(name)
        .map(StoredSignIn::version)
        .equals(Optional.ofNullable(version))) {
      return Optional.empty();
    }
    store.delete(name);
    return Optional.of("");
  }

  /** Deletes the stored sign-in, whether it can be read or not, also on an interrupted thread. */
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
      version = null;
      claimed = false;
      loaded = true;
      forgotten = true;
    } finally {
      lock.unlock();
    }
  }

  /** Returns the message of a host's own exception may contain anything. */
  private static @Nullable String shown(RuntimeException failure) {
    return failure instanceof TokenStoreException
        ? failure.getMessage()
        : failure.getClass().getSimpleName();
  }
}
