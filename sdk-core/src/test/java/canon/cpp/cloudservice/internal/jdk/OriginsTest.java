package canon.cpp.cloudservice.internal.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class OriginsTest {
  private final Origins origins = new Origins();

  @Test
  void theOriginOfTheLastRequestIsKept() {
    String first = origins.of(URI.create("https://cloud.example/v1/site"));

    assertThat(first).isEqualTo("https://cloud.example");
    assertThat(origins.of(URI.create("https://cloud.example/v1/users?pageSize=5"))).isSameAs(first);
  }

  @Test
  void schemeHostAndPortMakeAnOrigin() {
    assertThat(origins.of(URI.create("https://a.example"))).isEqualTo("https://a.example");
    assertThat(origins.of(URI.create("http://a.example"))).isEqualTo("http://a.example");
    assertThat(origins.of(URI.create("http://a.example:8080"))).isEqualTo("http://a.example:8080");
    assertThat(origins.of(URI.create("http://b.example:8080"))).isEqualTo("http://b.example:8080");
    assertThat(origins.of(URI.create("http://B.example:8080"))).isEqualTo("http://b.example:8080");
  }
}
