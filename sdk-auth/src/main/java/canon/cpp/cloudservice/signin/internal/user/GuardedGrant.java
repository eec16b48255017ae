package canon.cpp.cloudservice.signin.internal.user;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.internal.concurrent.InterruptibleThreads;
import canon.cpp.cloudservice.internal.concurrent.InterruptibleThreads.Waiter;
import canon.cpp.cloudservice.signin.internal.account.SignInClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one thread at a time use a grant, and interrupts that thread when the account is forgotten.
 */
final class GuardedGrant {
  private static final Logger LOG = LoggerFactory.getLogger("canon.cpp.cloudservice.signin");

  /** The time for revoking the grant at the identity provider. */
  static final Duration FORGET_TIME = Duration.ofSeconds(10);

  private static final Duration SHORTEST = Duration.ofMillis(1);

  private final UserGrant grant;
  private final GrantRenewal renewal;
  private final @Nullable PersistedSignIn persisted;
  private final SignInClock time;
  private final ReentrantLock lock = new ReentrantLock();

  /** How often the account has been forgotten; identifies the account for which a request began. */
  private final AtomicInteger forgotten = new AtomicInteger();

  private volatile @Nullable InterruptibleThreads user;

  /** Whether the holder of the lock has to forget the grant. */
  private volatile boolean forgetRequested;

  GuardedGrant(GrantRenewal renewal, SignInClock time) {
    this.grant = renewal.grant();
    this.renewal = renewal;
    this.persisted = renewal.persisted();
    this.time = time;
  }

  Optional<SignedInAccount> account() {
    if (persisted != null && !persisted.isLoaded()) {
      lock.lock();
      try {
        persisted.loadInto(grant);
        forgetIfRequested();
      } finally {
        lock.unlock();
      }
    }
    return forgetRequested ? Optional.empty() : grant.account();
  }

  /**
   * Returns a new token, when no other thread uses the grant. The cache interrupts a thread whose
   * time is up.
   */
  AccessToken token(TokenRequest request) {
    int account = forgotten.get();
    long start = time.timer().nanoTime();
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      throw interrupted();
    }
    InterruptibleThreads here = new InterruptibleThreads();
    Waiter waiter = here.enter();
    user = here;
    try {
      forgetIfRequested();
      checkNotForgotten(account);
      Duration left = request.timeLeft().minusNanos(time.timer().nanoTime() - start);
      return renew(request.withTimeLeft(left.compareTo(SHORTEST) < 0 ? SHORTEST : left), account);
    } finally {
      user = null;
      boolean unusedInterrupt = waiter.leave();
      forgetIfRequestedAndUnlock();
    }
  }

  private AccessToken renew(TokenRequest request, int account) {
    if (persisted != null) {
      persisted.loadInto(grant);
    }
    AccessToken token;
    try {
      token = renewal.token(request);
    } catch (InterruptedException e) {
      release(account);
      throw interrupted();
    } catch (RuntimeException e) {
      release(account);
      throw e;
    }
    checkNotForgotten(account);
    if (persisted != null && !persisted.save(grant, () -> account == forgotten.get())) {
      forgetRequested = true;
      throw AuthenticationException.builder(AuthenticationErrorKind.SIGN_IN_REQUIRED)
          .provider(time.provider())
          .summary("another process that shares this sign-in has forgotten it")
          .remedy("Sign in again.")
          .build();
    }
    return token;
  }

  /** Stores the grant of a user who has just signed in, if there is a store. */
  void saveNew() {
    if (persisted != null) {
      persisted.saveNew(grant);
    }
  }

  private void release(int account) {
    checkNotForgotten(account);
    if (persisted != null) {
      persisted.release();
    }
  }

  /**
   * Forgets the account. Each part is forgotten even if another part fails or the thread is
   * interrupted. The store is first, because its content would survive the process.
   *
   * @throws canon.cpp.cloudservice.signin.TokenStoreException if the store still has the sign-in
   */
  void forget() {
    boolean interrupted = Thread.interrupted();
    try {
      int unused = forgotten.incrementAndGet();
      forgetRequested = true;
      InterruptibleThreads using = user;
      if (using != null) {
        using.interruptAll();
      }
      if (lockWithin(interrupted ? Duration.ZERO : FORGET_TIME)) {
        try {
          forgetPersisted();
        } finally {
          forgetIfRequestedAndUnlock();
        }
      } else {
        LOG.warn("{}: the sign-in is in use, and is forgotten when that ends", time.provider());
        forgetPersisted();
        if (lock.tryLock()) {
          // The use has ended in the meantime, perhaps before it could see the request.
          forgetIfRequestedAndUnlock();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** With the lock, the grant is loaded first, so that it can be revoked. */
  private void forgetPersisted() {
    if (persisted == null) {
      return;
    }
    if (lock.isHeldByCurrentThread()) {
      try {
        persisted.loadInto(grant);
      } catch (AuthenticationException e) {
        LOG.debug("{}: the stored sign-in is deleted without being revoked", time.provider());
      }
    }
    persisted.delete();
  }

  private boolean lockWithin(Duration patience) {
    if (lock.tryLock()) {
      return true;
    }
    try {
      return !patience.isZero() && lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void forgetIfRequestedAndUnlock() {
    try {
      forgetIfRequested();
    } finally {
      lock.unlock();
    }
  }

  /** The holder of the lock forgets the grant, before and after its use. */
  private void forgetIfRequested() {
    if (forgetRequested) {
      try {
        grant.forget(FORGET_TIME);
      } catch (RuntimeException e) {
        LOG.warn("{}: forgetting failed ({})", time.provider(), e.getClass().getSimpleName());
      } finally {
        forgetRequested = false;
      }
    }
  }

  private void checkNotForgotten(int account) {
    if (account != forgotten.get()) {
      throw cancelled("the account was signed out in the meantime");
    }
  }

  private AuthenticationException interrupted() {
    Thread.currentThread().interrupt();
    return cancelled("the sign-in was interrupted");
  }

  private AuthenticationException cancelled(String summary) {
    return AuthenticationException.builder(AuthenticationErrorKind.CANCELLED)
        .provider(time.provider())
        .summary(summary)
        .build();
  }
}
