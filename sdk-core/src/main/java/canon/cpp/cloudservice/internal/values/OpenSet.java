package canon.cpp.cloudservice.internal.values;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.OpenValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The constants of an {@link OpenValue} type. */
public final class OpenSet<V extends OpenValue> {
  private final List<V> constants = new ArrayList<>();

  @SafeVarargs
  public OpenSet(V... constants) {
    for (V constant : constants) {
      this.constants.add(constant);
    }
  }

  /** Returns the constant with this id, or null. */
  public @Nullable V find(String id) {
    requireNonNull(id, "id");
    // A map needs the hash code of each id that was read, which takes longer than to compare it.
    for (V constant : constants) {
      if (constant.id().equals(id)) {
        return constant;
      }
    }
    return null;
  }
}
