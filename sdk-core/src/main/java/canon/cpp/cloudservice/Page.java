package canon.cpp.cloudservice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param <T> the type of the items
 * @param items the items in the order of the list; may be empty; unmodifiable
 * @param next the token of the next page, or null on the last page
 */
public record Page<T>(List<T> items, @Nullable PageToken next) {

  public Page {
    items = List.copyOf(items);
  }
}
