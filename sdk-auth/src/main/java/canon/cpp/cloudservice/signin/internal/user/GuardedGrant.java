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
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets one thread at a time use a grant, and ends that use when the account is to be forgotten. */
final class GuardedGrant {
  private static final Logger LOG = LoggerFactory.getLogger("canon.cpp.cloudservice.signin");

  /** For taking back what was granted, at the identity provider. */
  static final Duration FORGET_TIME = Duration.ofSeconds(10);

  private static final Duration SHORTEST = Duration.ofMillis(1);

  private final UserGrant grant;
  private final @Nullable PersistedSignIn kept;
  private final SignInClock time;
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicInteger forgotten = new AtomicInteger();
  private volatile @Nullable InterruptibleThreads user;

  /** That it has to be forgotten, by whoever has the lock. */
  private volatile boolean due;

  GuardedGrant(UserGrant grant, @Nullable PersistedSignIn kept, SignInClock time) {
    this.grant = grant;
    this.kept = kept;
    this.time = time;
  }

  Optional<SignedInAccount> account() {
    if (kept != null && !kept.isLoaded()) {
      lock.lock();
      try {
        kept.loadInto(grant);
        forgetIfDue();
      } finally {
        lock.unlock();
      }
    }
    return due ? Optional.empty() : grant.account();
  }

  /** Uses the grant when nobody else does. The cache interrupts who is out of time. */
  AccessToken exclusively(
      TokenRequest request, BiFunction<UserGrant, TokenRequest, AccessToken> work) {
    int account = forgotten.get();
    long start = time.timer().nanoTime();
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled("the sign-in was interrupted");
    }
    InterruptibleThreads here = new InterruptibleThreads();
    Waiter waiter = here.enter();
    user = here;
    try {
      forgetIfDue();
      checkNotForgotten(account);
      Duration left = request.timeLeft().minusNanos(time.timer().nanoTime() - start);
      return use(
          request.withTimeLeft(left.compareTo(SHORTEST) < 0 ? SHORTEST : left), account, work);
    } finally {
      user = null;
      boolean unusedInterrupt = waiter.leave();
      forgetIfDueAndUnlock();
    }
  }

  private AccessToken use(
      TokenRequest request, int account, BiFunction<UserGrant, TokenRequest, AccessToken> work) {
    if (kept != null) {
      kept.loadInto(grant);
    }
    AccessToken token;
    try {
      token = work.apply(grant, request);
    } catch (RuntimeException e) {
      checkNotForgotten(account);
      throw e;
    }
    checkNotForgotten(account);
    if (kept != null && !kept.save(grant, () -> account == forgotten.get())) {
      due = true;
      throw AuthenticationException.builder(AuthenticationErrorKind.SIGN_IN_REQUIRED)
          .provider(time.provider())
          .summary("another program that shares this sign-in has forgotten it")
          .remedy("Sign in again.")
          .build();
    }
    return token;
  }

  /** Has the grant take up what another process has saved; for {@link #exclusively} only. */
  boolean takeUpNewer() {
    return kept != null && kept.takeUpNewer(grant);
  }

  /** Notes that a person has signed in just now, whoever it was before; while in use. */
  void signedInAnew() {
    if (kept != null) {
      kept.signedInAnew();
    }
  }

  /**
   * Forgets, part by part: that one fails keeps none of the others, and no interrupt keeps any.
   * First what is stored, because it would outlive the program.
   *
   * @throws canon.cpp.cloudservice.signin.TokenStoreException if the store still has it
   */
  void forget() {
    boolean interrupted = Thread.interrupted();
    try {
      int unused = forgotten.incrementAndGet();
      due = true;
      InterruptibleThreads using = user;
      if (using != null) {
        using.interruptAll();
      }
      if (lockWithin(interrupted ? Duration.ZERO : FORGET_TIME)) {
        try {
          forgetKept();
        } finally {
          forgetIfDueAndUnlock();
        }
      } else {
        LOG.warn("{}: the sign-in is in use, and is forgotten when that ends", time.provider());
        forgetKept();
        if (lock.tryLock()) {
          // It has ended meanwhile, perhaps without having heard.
          forgetIfDueAndUnlock();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** With the grant in hand it learns first what is stored, to have it revoked. */
  private void forgetKept() {
    if (kept == null) {
      return;
    }
    if (lock.isHeldByCurrentThread()) {
      try {
        kept.loadInto(grant);
      } catch (AuthenticationException e) {
        LOG.debug("{}: what is stored cannot be revoked, only deleted", time.provider());
      }
    }
    kept.delete();
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

  private void forgetIfDueAndUnlock() {
    try {
      forgetIfDue();
    } finally {
      lock.unlock();
    }
  }

  /** Whoever has the grant forgets what somebody wants forgotten, before and after its use. */
  private void forgetIfDue() {
    if (due) {
      try {
        grant.forget(FORGET_TIME);
      } catch (RuntimeException e) {
        LOG.warn("{}: forgetting failed ({})", time.provider(), e.getClass().getSimpleName());
      } finally {
        due = false;
      }
    }
  }

  private void checkNotForgotten(int account) {
    if (account != forgotten.get()) {
      throw cancelled("the account was signed out meanwhile");
    }
  }

  private AuthenticationException cancelled(String summary) {
    return AuthenticationException.builder(AuthenticationErrorKind.CANCELLED)
        .provider(time.provider())
        .summary(summary)
        .build();
  }
}
