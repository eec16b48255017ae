package canon.cpp.cloudservice.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpHeadersTest {
  @Test
  void namesAreFoundInAnyCase() {
    HttpHeaders headers = HttpHeaders.of(Map.of("x-request-ID", List.of("1", "2")));

    assertThat(headers.first("X-Request-Id")).hasValue("1");
    assertThat(headers.all("X-REQUEST-ID")).containsExactly("1", "2");
    assertThat(headers.first("X-Other")).isEmpty();
    assertThat(headers.all("X-Other")).isEmpty();
    assertThatNullPointerException().isThrownBy(() -> headers.first(null));
  }

  @Test
  void namesThatDifferOnlyInCaseAreEqual() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    values.put("Via", List.of("a"));
    values.put("VIA", List.of("b"));

    assertThat(HttpHeaders.of(values).all("via")).containsExactly("a", "b");
    assertThat(HttpHeaders.of(values).asMap()).hasSize(1);
  }

  @Test
  void headersAreCopiedAndImmutable() {
    Map<String, List<String>> values = new HashMap<>();
    values.put("Via", new ArrayList<>(List.of("a")));
    HttpHeaders headers = HttpHeaders.of(values);

    values.get("Via").add("b");
    values.clear();

    assertThat(headers.all("Via")).containsExactly("a");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> headers.asMap().clear());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> headers.all("Via").clear());
  }

  @Test
  void theStatusLineOfHttpUrlConnectionIsOmitted() {
    Map<String, List<String>> values = new HashMap<>();
    values.put(null, List.of("HTTP/1.1 200 OK"));
    values.put("Via", List.of("a"));

    assertThat(HttpHeaders.of(values).asMap()).containsOnlyKeys("Via");
  }

  @Test
  void eachValueIsVisitedWithItsName() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    values.put("Via", List.of("a", "b"));
    values.put("X-Note", List.of("1"));
    List<String> visited = new ArrayList<>();

    HttpHeaders.of(values).forEach((name, value) -> visited.add(name + "=" + value));

    assertThat(visited).containsExactly("Via=a", "Via=b", "X-Note=1");
  }

  @Test
  void noneIsEmpty() {
    assertThat(HttpHeaders.none().asMap()).isEmpty();
    assertThat(HttpHeaders.none()).hasToString("[]");
  }

  @Test
  void aRequestReplacesAHeaderInAnyCase() {
    HttpRequest request =
        HttpRequest.of("GET", URI.create("https://cloud.example"), Duration.ofSeconds(1))
            .withHeader("X-Note", "1")
            .withHeader("Via", "a")
            .withHeaders(Map.of("x-note", "2"));

    assertThat(request.headers()).containsExactly(Map.entry("Via", "a"), Map.entry("x-note", "2"));
  }
}
