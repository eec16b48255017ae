package canon.cpp.cloudservice.bulk.internal.portfolio;

import canon.cpp.cloudservice.bulk.portfolio.PortfolioReport;
import canon.cpp.cloudservice.bulk.portfolio.PortfolioSite;
import canon.cpp.cloudservice.bulk.portfolio.SharedAddresses;
import canon.cpp.cloudservice.membership.ResolvedAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Finds addresses that are wanted at several sites. */
public final class AddressComparison {
  private static final int RESOLVED_AT_ONCE = 1_000;

  private final Map<String, ? extends Collection<String>> wanted;

  /** The canonical form of what was typed, as one of the sites has resolved it. */
  private final Map<String, String> canonical = new ConcurrentHashMap<>();

  /** Creates the comparison of what the entries with these names want. */
  public AddressComparison(Map<String, ? extends Collection<String>> wanted) {
    this.wanted = wanted;
  }

  /** Resolves what is wanted at a site. */
  public void resolve(PortfolioSite site) {
    List<String> typed = new ArrayList<>(of(site.entry().name()));
    for (int from = 0; from < typed.size(); from += RESOLVED_AT_ONCE) {
      List<String> part = typed.subList(from, Math.min(typed.size(), from + RESOLVED_AT_ONCE));
      for (ResolvedAddress address : site.client().users().resolve(part).execute()) {
        String form = address.canonicalEmail();
        if (form != null) {
          canonical.put(plain(address.typed()), form);
        }
      }
    }
  }

  private Collection<String> of(String name) {
    Collection<String> typed = wanted.get(name);
    return typed == null ? List.of() : typed;
  }

  /** Returns what is wanted more than once. */
  public SharedAddresses result(PortfolioReport report) {
    Map<String, List<String>> names = new TreeMap<>();
    report
        .sites()
        .forEach(
            site ->
                of(site.name()).stream()
                    .map(this::form)
                    .distinct()
                    .forEach(
                        form ->
                            names
                                .computeIfAbsent(form, first -> new ArrayList<>())
                                .add(site.name())));
    names.values().removeIf(entries -> entries.size() < 2);
    return new SharedAddresses(names, report);
  }

  private String form(String typed) {
    String plain = plain(typed);
    return canonical.getOrDefault(plain, plain);
  }

  private static String plain(String typed) {
    return typed.trim().toLowerCase(Locale.ROOT);
  }
}
