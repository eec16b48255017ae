package canon.cpp.cloudservice.testing.internal.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * All that the fake remembers about sites. One lock guards it, and whoever holds it does one whole
 * step: that is how the fake keeps the promise that a check and what follows from it are atomic
 * (D12, D13).
 */
public final class Store {
  private final ReentrantLock lock = new ReentrantLock();
  private final Ids siteIds = new Ids("sit");
  private final Members members = new Members();
  private final Printers printers = new Printers();
  private final Map<AccountKey, Site> applicationPrincipals = new HashMap<>();

  /** Does one step that nobody else can come between. */
  public <T> T atomically(Supplier<T> step) {
    lock.lock();
    try {
      return step.get();
    } finally {
      lock.unlock();
    }
  }

  public Site foundSite(Instant now) {
    return new Site(siteIds.next(), now);
  }

  public Members members() {
    return members;
  }

  public Printers printers() {
    return printers;
  }

  /** The site that an application principal administers, if an operator admitted it (D34). */
  public Optional<Site> siteOfPrincipal(AccountKey account) {
    return Optional.ofNullable(applicationPrincipals.get(account));
  }

  public void admitPrincipal(AccountKey account, Site site) {
    applicationPrincipals.put(account, site);
  }
}
