package canon.cpp.cloudservice.testing.internal.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
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
  private final Map<String, Site> sites = new LinkedHashMap<>();
  private final Members members = new Members();
  private final PrinterStore printers = new PrinterStore();
  private final Map<AccountKey, Site> applicationPrincipals = new LinkedHashMap<>();

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
    return addSite(siteIds.next(), now);
  }

  /** A site under an id that it has already, and no other has. */
  public Site addSite(String id, Instant createdAt) {
    Site site = new Site(id, createdAt);
    sites.put(id, site);
    return site;
  }

  /** All sites, in the order in which they were founded. */
  public List<Site> sites() {
    return List.copyOf(sites.values());
  }

  public Ids siteIds() {
    return siteIds;
  }

  /** Forgets everything; ids begin anew. */
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

  /** The site that an application principal administers, if an operator admitted it (D34). */
  public Optional<Site> siteOfPrincipal(AccountKey account) {
    return Optional.ofNullable(applicationPrincipals.get(account));
  }

  /** The application principals that administer a site. */
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
