package canon.cpp.cloudservice.internal.values;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The known members of a set of values to which the service may add. */
public final class OpenSet<V> {
  private final Map<String, V> known = new LinkedHashMap<>();
  private final Function<String, V> create;

  @SafeVarargs
  public OpenSet(Function<V, String> id, Function<String, V> create, V... constants) {
    this.create = create;
    for (V constant : constants) {
      known.put(id.apply(constant), constant);
    }
  }

  /** The constant with that id, or a new value that keeps it. */
  public V valueOf(String id) {
    V constant = known.get(id);
    return constant != null ? constant : create.apply(id);
  }

  public boolean contains(String id) {
    return known.containsKey(id);
  }
}
