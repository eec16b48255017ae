package canon.cpp.cloudservice.testing.internal.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The sites, members and printers of the fake. One lock guards them. A check and the change that
 * depends on it run under this lock as one atomic step (D12, D13).
 */
public final class Store {
  private final ReentrantLock lock = new ReentrantLock();
  private final Ids siteIds = new Ids("sit");
  private final Map<String, Site> sites = new LinkedHashMap<>();
  private final Members members = new Members();
  private final PrinterStore printers = new PrinterStore();
  private final Map<AccountKey, Site> applicationPrincipals = new LinkedHashMap<>();

  /** Runs a step under the lock. */
  public <T> T atomically(Supplier<T> step) {
    lock.lock();
    try {
      return step.get();
    } finally {
      lock.unlock();
    }
  }

  public Site foundSite(Instant now) {
    return addSite(siteIds.next(), now);
  }

  /** Adds a site under its own id, which must be unique. */
  public Site addSite(String id, Instant createdAt) {
    Site site = new Site(id, createdAt);
    sites.put(id, site);
    return site;
  }

  /** Returns all sites in the order in which they were founded. */
  public List<Site> sites() {
    return List.copyOf(sites.values());
  }

  public Ids siteIds() {
    return siteIds;
  }

  /** Removes everything and restarts the ids. */
  public void clear() {
    sites.clear();
    siteIds.goOnAfter(0);
    members.clear();
    printers.clear();
    applicationPrincipals.clear();
  }

  public Members members() {
    return members;
  }

  public PrinterStore printers() {
    return printers;
  }

  /**
   * Returns the site that an application principal administers, if an operator admitted it (D34).
   */
  public Optional<Site> siteOfPrincipal(AccountKey account) {
    return Optional.ofNullable(applicationPrincipals.get(account));
  }

  /** Returns the application principals that administer a site. */
  public List<AccountKey> principalsOf(Site site) {
    return applicationPrincipals.entrySet().stream()
        .filter(entry -> entry.getValue() == site)
        .map(Map.Entry::getKey)
        .toList();
  }

  public void admitPrincipal(AccountKey account, Site site) {
    applicationPrincipals.put(account, site);
  }
}
