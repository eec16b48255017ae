package canon.cpp.cloudservice.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlsTest {
  @Test
  void everyCharacterIsKeptInOneEncodedSegment() {
    for (int c = 1; c <= Character.MAX_CODE_POINT; c += c < 0x3000 ? 1 : 37) {
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        String text = "a" + Character.toString(c) + "b";
        String encoded = Urls.encode(text);

        assertThat(encoded).matches("a([A-Za-z0-9._-]|(%[0-9A-F]{2})+)b");
        assertThat(URLDecoder.decode(encoded, UTF_8)).isEqualTo(text);
        assertThat(URI.create("https://h/" + encoded).normalize().getPath()).isEqualTo("/" + text);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://cloud.example,         https://cloud.example",
    "HTTPS://Cloud.EXAMPLE:443/a?b, https://cloud.example",
    "https://cloud.example:8443/,   https://cloud.example:8443",
    "http://cloud.example:80/x,     http://cloud.example",
    "http://cloud.example:443,      http://cloud.example:443",
    "https://u:p@cloud.example/#f,  https://cloud.example",
    "https://[2001:DB8::1]:443/,    https://[2001:db8::1]",
  })
  void anOriginIsSchemeHostAndPort(URI address, String origin) {
    assertThat(Urls.origin(address)).isEqualTo(origin);
    assertThat(Urls.sameOrigin(address, URI.create(origin))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://cloud.example, http://cloud.example",
    "https://cloud.example, https://cloud.example:444",
    "https://cloud.example, https://cloud.example.evil",
    "https://cloud.example, https://cloud.example@evil",
    "https://cloud.example, //cloud.example",
    "https://cloud.example, mailto:cloud.example",
    "https://cloud.example, ''",
  })
  void otherOrigins(URI one, URI other) {
    assertThat(Urls.sameOrigin(one, other)).isFalse();
  }
}
