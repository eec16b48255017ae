package canon.cpp.cloudservice.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class HeaderMapTest {
  @Test
  void namesAreCaseInsensitive() {
    HeaderMap headers = HeaderMap.EMPTY.with(Map.of("Via", "a"));

    assertThat(headers.get("VIA")).isEqualTo("a");
    assertThat(headers.containsKey("via")).isTrue();
    assertThat(headers.containsKey("Vi")).isFalse();
    assertThat(headers.get("a")).isNull();
    assertThat(headers.get(null)).isNull();
  }

  @Test
  void laterHeadersReplaceEarlierOnesAndComeLast() {
    HeaderMap headers =
        HeaderMap.EMPTY.with(ordered("a", "1", "b", "2", "c", "3")).with(ordered("B", "4"));

    assertThat(headers).containsExactly(entry("a", "1"), entry("c", "3"), entry("B", "4"));
    assertThat(headers).hasSize(3).isEqualTo(Map.of("a", "1", "c", "3", "B", "4"));
  }

  @Test
  void aMapIsNotChangedByWhatIsMadeOfIt() {
    HeaderMap first = HeaderMap.EMPTY.with(ordered("a", "1", "b", "2"));
    HeaderMap second = first.with(ordered("a", "3"));

    assertThat(first).containsExactly(entry("a", "1"), entry("b", "2"));
    assertThat(second).containsExactly(entry("b", "2"), entry("a", "3"));
  }

  @Test
  void manyHeadersFit() {
    HeaderMap.Builder builder = HeaderMap.builder();
    Map<String, String> expected = new LinkedHashMap<>();
    for (int i = 0; i < 40; i++) {
      builder.put("name-" + i, "value-" + i);
      expected.put("name-" + i, "value-" + i);
    }

    assertThat(builder.build()).containsExactlyEntriesOf(expected);
  }

  @Test
  void eachHeaderIsVisitedOnce() {
    HeaderMap headers = HeaderMap.EMPTY.with(ordered("a", "1", "b", "2"));
    Map<String, String> visited = new LinkedHashMap<>();
    headers.forEach(visited::put);

    assertThat(visited).containsExactlyEntriesOf(headers);
    var entries = headers.entrySet().iterator();
    entries.next();
    entries.next();
    assertThat(entries.hasNext()).isFalse();
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(entries::next);
  }

  @Test
  void aMapIsUnmodifiable() {
    HeaderMap headers = HeaderMap.EMPTY.with(Map.of("a", "1"));

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> headers.put("a", "2"));
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(headers::clear);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> headers.remove("a"));
  }

  private static Map<String, String> ordered(String... namesAndValues) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
