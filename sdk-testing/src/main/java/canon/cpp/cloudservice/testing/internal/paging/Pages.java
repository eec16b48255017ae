package canon.cpp.cloudservice.testing.internal.paging;

import canon.cpp.cloudservice.testing.internal.service.OperationContext;
import canon.cpp.cloudservice.testing.internal.store.Site;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import canon.cpp.cloudservice.testing.internal.wire.ProblemException;
import canon.cpp.cloudservice.testing.internal.wire.ProblemKind;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Cuts pages out of an ordered list. A page begins behind the last key of the page before it, so
 * nobody who stays is skipped or repeated while the list changes, and finding the beginning takes
 * no longer for a late page than for an early one.
 */
public final class Pages {
  private static final int MAX_SIZE = 1000;
  private static final int DEFAULT_SIZE = 100;

  /**
   * The page that a request asks for.
   *
   * @param filters all that narrows the list, as a text; binds the page token to it
   * @param list the list by its order; everything in it is read from the page's beginning on
   * @param prefix what the keys begin with
   */
  public <T> ObjectNode page(
      OperationContext exchange,
      Site site,
      String filters,
      NavigableMap<String, T> list,
      String prefix,
      Predicate<T> wanted,
      Function<T, ObjectNode> json) {
    int size = exchange.query().number("pageSize", 1, MAX_SIZE, DEFAULT_SIZE);
    String scope = String.join("\n", exchange.operation().name(), site.id(), filters);
    Optional<String> token = exchange.query().value("pageToken");
    exchange.errors().check();
    Optional<String> after = token.map(text -> open(scope, text));

    Slice<T> slice = cut(list, after, prefix, wanted, size);
    ObjectNode page = Json.object();
    ArrayNode items = page.putArray("items");
    slice.items().forEach(item -> items.add(json.apply(item)));
    slice.next().ifPresent(last -> page.put("nextPageToken", PageTokens.seal(scope, last)));
    return page;
  }

  /** A page's items, and the key behind which the next page begins, if there is one. */
  record Slice<T>(List<T> items, Optional<String> next) {}

  static <T> Slice<T> cut(
      NavigableMap<String, T> list,
      Optional<String> after,
      String prefix,
      Predicate<T> wanted,
      int size) {
    NavigableMap<String, T> rest =
        after.map(key -> list.tailMap(key, false)).orElseGet(() -> list.tailMap(prefix, true));
    List<T> items = new ArrayList<>();
    String last = "";
    for (Map.Entry<String, T> entry : rest.entrySet()) {
      if (!entry.getKey().startsWith(prefix)) {
        break;
      }
      if (!wanted.test(entry.getValue())) {
        continue;
      }
      if (items.size() == size) {
        return new Slice<>(items, Optional.of(last));
      }
      items.add(entry.getValue());
      last = entry.getKey();
    }
    return new Slice<>(items, Optional.empty());
  }

  private static String open(String scope, String token) {
    return PageTokens.open(scope, token)
        .orElseThrow(() -> new ProblemException(ProblemKind.PAGE_TOKEN_INVALID));
  }
}
