package canon.cpp.cloudservice.hostile;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Checks a property for many cases. Each has a seed. A failure names it, and {@code
 * -Dhostile.seed=77 -Dhostile.cases=1} repeats that case alone. {@code -Dhostile.cases=1000000}
 * runs more cases.
 */
public final class Cases {
  private static final long FIRST = Long.getLong("hostile.seed", 1);

  private Cases() {}

  public static void each(int usual, Consumer<RandomGenerator> property) {
    int count = Integer.getInteger("hostile.cases", usual);
    for (long seed = FIRST; seed < FIRST + count; seed++) {
      try {
        property.accept(new SplittableRandom(seed));
      } catch (Throwable e) {
        throw new AssertionError(
            "Case " + seed + "; -Dhostile.seed=" + seed + " -Dhostile.cases=1 repeats it", e);
      }
    }
  }
}
