package canon.cpp.cloudservice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param <T> what the list holds
 * @param items the items, in the list's order; may be empty; cannot be changed
 * @param next where to go on, or null on the last page
 */
public record Page<T>(List<T> items, @Nullable PageToken next) {

  /**
   * Creates the value; lists are copied.
   *
   * @param items the items, in the list's order
   * @param next where to go on, or null on the last page
   */
  public Page {
    items = List.copyOf(items);
  }
}
