package canon.cpp.cloudservice.internal.values;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.OpenValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** The constants of an {@link OpenValue} type, and how to create its other values. */
public final class OpenSet<V extends OpenValue> {
  private final Map<String, V> constants = new LinkedHashMap<>();
  private final BiFunction<String, Boolean, V> constructor;

  @SafeVarargs
  public OpenSet(BiFunction<String, Boolean, V> constructor, V... constants) {
    this.constructor = constructor;
    for (V constant : constants) {
      this.constants.put(constant.id(), constant);
    }
  }

  /** Returns the constant with this id, or a new value that keeps it. */
  public V valueOf(String id) {
    V constant = constants.get(requireNonNull(id, "id"));
    return constant != null ? constant : constructor.apply(id, false);
  }
}
