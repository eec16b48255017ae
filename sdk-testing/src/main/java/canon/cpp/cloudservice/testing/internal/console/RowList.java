package canon.cpp.cloudservice.testing.internal.console;

import canon.cpp.cloudservice.testing.internal.html.Element;
import canon.cpp.cloudservice.testing.internal.html.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A list of the portal, of which the search selects rows and the page shows a part.
 *
 * @param name the name of the list in the query
 * @param section the id of its section
 * @param text the text that is searched
 * @param row builds a row
 */
record RowList<T>(String name, String section, Function<T, String> text, Function<T, Html> row) {
  private static final int PAGE_SIZE = 50;

  List<Html> of(List<T> all, ConsoleQuery query) {
    List<T> found = all.stream().filter(one -> query.matches(text.apply(one))).toList();
    List<Html> pieces = new ArrayList<>();
    if (found.isEmpty()) {
      pieces.add(hint(all.isEmpty() ? "No entries." : "No entries match the search."));
      return pieces;
    }
    int pages = (found.size() + PAGE_SIZE - 1) / PAGE_SIZE;
    int page = Math.min(query.page(name), pages);
    Element rows = Html.tag("ul").with("class", "rows");
    found.stream().skip((page - 1L) * PAGE_SIZE).limit(PAGE_SIZE).map(row).forEach(rows::add);
    pieces.add(rows);
    if (pages > 1) {
      pieces.add(navigation(query, page, pages, found.size()));
    }
    return pieces;
  }

  private Html navigation(ConsoleQuery query, int page, int pages, int count) {
    Element navigation =
        Html.tag("nav")
            .with("class", "row")
            .with("aria-label", "Pages of " + name)
            .add(hint("Page " + page + " of " + pages + ", " + count + " entries."));
    if (page > 1) {
      navigation.add(link(query, page - 1, "Previous page"));
    }
    if (page < pages) {
      navigation.add(link(query, page + 1, "Next page"));
    }
    return navigation;
  }

  private Html link(ConsoleQuery query, int page, String label) {
    return Html.tag("a")
        .with("href", query.link(name, page, section))
        .add(Html.text(label), Html.tag("span").with("class", "unseen").add(" of " + name));
  }

  private static Element hint(String text) {
    return Html.tag("p").with("class", "hint").add(text);
  }
}
