package canon.cpp.cloudservice.internal.values;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.OpenValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The constants of an {@link OpenValue} type. */
public final class OpenSet<V extends OpenValue> {
  private final Map<String, V> constants = new LinkedHashMap<>();

  @SafeVarargs
  public OpenSet(V... constants) {
    for (V constant : constants) {
      this.constants.put(constant.id(), constant);
    }
  }

  /** Returns the constant with this id, or null. */
  public @Nullable V find(String id) {
    return constants.get(requireNonNull(id, "id"));
  }
}
