package canon.cpp.cloudservice.testing.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A late page costs the same as an early one: counted, not timed. */
class PageCostTest {
  private static final int LENGTH = 100_000;
  private static final int SIZE = 100;

  private final AtomicInteger comparisons = new AtomicInteger();
  private final AtomicInteger lookedAt = new AtomicInteger();
  private final NavigableMap<String, Integer> list =
      new TreeMap<>(
          Comparator.comparing(
              key -> {
                comparisons.incrementAndGet();
                return key;
              }));

  private static String key(int number) {
    return String.format(Locale.ROOT, "user%06d@contoso.com", number);
  }

  private int costOfPageAfter(Optional<String> key) {
    comparisons.set(0);
    lookedAt.set(0);
    Pages.Slice<Integer> page =
        Pages.cut(list, key, "", item -> lookedAt.incrementAndGet() > 0, SIZE);
    assertThat(page.items()).hasSize(SIZE);
    return comparisons.get() + lookedAt.get();
  }

  @Test
  void theCostOfAPageDoesNotDependOnItsPosition() {
    for (int i = 0; i < LENGTH; i++) {
      list.put(key(i), i);
    }
    // A search in a balanced tree takes about 17 steps, of two key extractions each.
    int bound = SIZE + 1 + 100;

    assertThat(costOfPageAfter(Optional.empty())).isLessThan(bound);
    for (int position = 0; position < LENGTH - SIZE; position += 997) {
      assertThat(costOfPageAfter(Optional.of(key(position)))).isLessThan(bound);
    }
    assertThat(costOfPageAfter(Optional.of(key(LENGTH - SIZE - 1)))).isLessThan(bound);
  }
}
