package canon.cpp.cloudservice.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxySettingsTest {
  private static final String PASSWORD = "open-sesame";

  @Test
  void showsTheProxyButNeitherUserNorPassword() {
    var proxy = ProxySettings.of("proxy.example", 8080).withCredentials("ali-baba", PASSWORD);

    assertThat(proxy.toString())
        .contains("proxy.example")
        .contains("8080")
        .contains("with credentials")
        .doesNotContain("ali-baba")
        .doesNotContain(PASSWORD);
    assertThat(proxy.rules().credentials()).hasToString("with credentials");
  }

  @Test
  void rejectsAUserNameWithAColonWithoutRepeatingIt() {
    var proxy = ProxySettings.of("proxy.example", 8080);

    assertThatThrownBy(() -> proxy.withCredentials("ali:baba", PASSWORD))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("ali");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 65536})
  void rejectsInvalidPorts(int port) {
    assertThatThrownBy(() -> ProxySettings.of("proxy.example", port))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("port");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb"})
  void rejectsInvalidHosts(String host) {
    assertThatThrownBy(() -> ProxySettings.of(host, 8080))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("host");
  }
}
