package canon.cpp.cloudservice.testing.internal.paging;

import canon.cpp.cloudservice.testing.internal.service.OperationContext;
import canon.cpp.cloudservice.testing.internal.store.Site;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import canon.cpp.cloudservice.testing.internal.wire.Limits;
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
 * Reads pages of an ordered list. A page begins after the last key of the previous page. So an
 * entry that stays is neither skipped nor repeated while the list changes, and a late page costs no
 * more than an early one.
 */
public final class Pages {
  /**
   * Returns the requested page.
   *
   * @param filters the filters as text, to which the page token is bound
   * @param list the ordered list; it is read from the beginning of the page on
   * @param prefix the prefix that all keys must have
   */
  public <T> ObjectNode page(
      OperationContext context,
      Site site,
      String filters,
      NavigableMap<String, T> list,
      String prefix,
      Predicate<T> wanted,
      Function<T, ObjectNode> json) {
    int size = context.query().number("pageSize", 1, Limits.PAGE_SIZE, Limits.DEFAULT_PAGE_SIZE);
    String scope = String.join("\n", context.operation().name(), site.id(), filters);
    Optional<String> token = context.query().value("pageToken");
    context.errors().check();
    Optional<String> after = token.map(text -> open(scope, text));

    Slice<T> slice = cut(list, after, prefix, wanted, size);
    ObjectNode page = Json.object();
    ArrayNode items = page.putArray("items");
    slice.items().forEach(item -> items.add(json.apply(item)));
    slice.next().ifPresent(last -> page.put("nextPageToken", PageTokens.seal(scope, last)));
    return page;
  }

  /** The items of a page, and the last key if there is a next page. */
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
