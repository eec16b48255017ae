package canon.cpp.cloudservice.testing.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CodePointOrderTest {

  @Test
  void sortsSupplementaryCharactersLast() {
    String lastOfFirstPlane = "\uffee";
    String beyond = "\ud83d\ude00";
    TreeSet<String> sorted = new TreeSet<>(CodePointOrder.INSTANCE);
    sorted.addAll(List.of(beyond, lastOfFirstPlane, "b", "a" + beyond, "a" + lastOfFirstPlane, ""));

    assertThat(sorted)
        .containsExactly("", "a" + lastOfFirstPlane, "a" + beyond, "b", lastOfFirstPlane, beyond);
  }

  @Test
  void agreesWithAComparisonOfCodePoints() {
    List<String> texts =
        List.of("", "a", "ab", "b", "\uffff", "\ud800\udc00", "\ud83d\ude00", "a\ud800\udc00");
    for (String a : texts) {
      for (String b : texts) {
        int expected = Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
        assertThat(Integer.signum(CodePointOrder.INSTANCE.compare(a, b)))
            .isEqualTo(Integer.signum(expected));
      }
    }
  }
}
