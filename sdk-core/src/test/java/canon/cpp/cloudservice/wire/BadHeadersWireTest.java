package canon.cpp.cloudservice.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.hostile.EveryCall;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadHeadersWireTest {
  @RegisterExtension static final WireService service = new WireService();

  @AfterEach
  void nothingWasSent() {
    assertThat(service.requests()).isEmpty();
  }

  /** Checks every call of the client, and reports all that fail. */
  private static void eachCall(Consumer<Call<?>> check) {
    assertThat(EveryCall.ALL).allSatisfy(call -> check.accept(call.on(service.client())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "AUTHORIZATION",
        "accept",
        "Connection",
        "content-length",
        "Content-Type",
        "Expect",
        "host",
        "idempotency-key",
        "Transfer-Encoding",
        "Upgrade",
        "user-agent"
      })
  void headersOfTheLibraryCannotBeSet(String name) {
    eachCall(
        call ->
            assertThatIllegalArgumentException()
                .isThrownBy(() -> call.header(name, "secret"))
                .withMessageContaining("is set by the library itself")
                .withMessageNotContaining("secret"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a:b", "a\r\nb", "ä", "\u0130"})
  void invalidNamesAreRejected(String name) {
    eachCall(
        call ->
            assertThatIllegalArgumentException()
                .isThrownBy(() -> call.header(name, "secret"))
                .withMessageMatching("Not a header name: [\\x21-\\x7e]+")
                .withMessageNotContaining("secret"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nX-Evil: secret", "secret\n", "secret\u0000", "secré", "\tsecret"})
  void invalidValuesAreRejected(String value) {
    eachCall(
        call ->
            assertThatIllegalArgumentException()
                .isThrownBy(() -> call.header("X-Note", value))
                .withMessageContaining("The value of header X-Note")
                .withMessageNotContaining("secr"));
  }

  @Test
  void nullArgumentsAreRejected() {
    eachCall(
        call -> {
          assertThatNullPointerException().isThrownBy(() -> call.header(null, "x"));
          assertThatNullPointerException().isThrownBy(() -> call.header("X-Note", null));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "App\r\nX-Evil: 1", "Äpp"})
  void invalidAppInfoIsRejected(String appInfo) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> service.builder().appInfo(appInfo))
        .withMessage("appInfo must be visible ASCII and spaces, such as SettingsEditor/2.3");
  }
}
