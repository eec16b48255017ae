package canon.cpp.cloudservice.testing.internal.console;

import canon.cpp.cloudservice.testing.internal.wire.Parameters;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The query of the page: a search text, and the page number of each list.
 *
 * @param search shows only rows that contain this text; empty for all rows
 * @param pages the page number by the name of the list, from 1; 1 if absent
 */
record ConsoleQuery(String search, Map<String, Integer> pages) {
  static final String SEARCH = "search";

  static ConsoleQuery of(@Nullable String rawQuery) {
    Parameters parameters;
    try {
      parameters = Parameters.parse(rawQuery);
    } catch (IllegalArgumentException e) {
      parameters = Parameters.none();
    }
    Map<String, Integer> pages = new LinkedHashMap<>();
    for (String name : parameters.toMap().keySet()) {
      Optional<String> number =
          parameters.find(name).filter(text -> text.matches("[1-9][0-9]{0,6}"));
      if (!name.equals(SEARCH) && name.matches("[a-z-]{1,40}") && number.isPresent()) {
        pages.put(name, Integer.parseInt(number.get()));
      }
    }
    return new ConsoleQuery(parameters.get(SEARCH).strip(), pages);
  }

  boolean matches(String text) {
    return text.toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT));
  }

  int page(String list) {
    return pages.getOrDefault(list, 1);
  }

  /** Returns the address of another page of a list. */
  String link(String list, int page, String section) {
    Map<String, Integer> other = new LinkedHashMap<>(pages);
    other.put(list, page);
    return "/?" + new ConsoleQuery(search, other).encoded() + "#" + section;
  }

  /** Returns the raw query; empty if it shows the first page of all rows. */
  String encoded() {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (!search.isEmpty()) {
      parameters.put(SEARCH, search);
    }
    pages.forEach((list, page) -> parameters.put(list, String.valueOf(page)));
    return Parameters.encode(parameters);
  }
}
