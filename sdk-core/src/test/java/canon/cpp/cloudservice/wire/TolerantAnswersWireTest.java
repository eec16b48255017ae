package canon.cpp.cloudservice.wire;

import static canon.cpp.cloudservice.wire.Samples.SITE;
import static canon.cpp.cloudservice.wire.Samples.SITE_JSON;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unusual responses with an unambiguous meaning. */
class TolerantAnswersWireTest {
  @RegisterExtension static final WireService service = new WireService();

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json;charset=UTF-8", "text/plain", "text/html", "nonsense", ""})
  void theContentTypeOfASuccessIsIgnored(String contentType) {
    service.answers(WireService.answer(200, contentType, SITE_JSON));

    assertThat(service.client().site().get().execute()).isEqualTo(SITE);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 203, 226})
  void every2xxStatusIsASuccess(int status) {
    service.answers(WireService.answer(status, "application/json", SITE_JSON));

    assertThat(service.client().site().get().execute()).isEqualTo(SITE);
  }

  @ParameterizedTest
  @ValueSource(strings = {" \n\t%s\r\n ", "\uFEFF%s"})
  void spaceAndAByteOrderMarkAroundTheBodyAreIgnored(String form) {
    service.answersJson(form.formatted(SITE_JSON));

    assertThat(service.client().site().get().execute()).isEqualTo(SITE);
  }

  @Test
  void otherEncodingsOfUnicodeAreRecognised() {
    service.answers(WireService.answer(200, "application/json", SITE_JSON.getBytes(UTF_16)));

    assertThat(service.client().site().get().execute()).isEqualTo(SITE);
  }

  @Test
  void theLastOfTwoFieldsWithTheSameNameIsUsed() {
    service.answersJson(SITE_JSON.replace("{", "{\"id\":\"sit_other\",\"createdAt\":7,"));

    assertThat(service.client().site().get().execute()).isEqualTo(SITE);
  }

  @Test
  void numbersOfAnySizeInUnknownFieldsAreIgnored() {
    service.answersJson(
        SITE_JSON.replace(
            "{", "{\"a\":1e999999999,\"b\":-" + "9".repeat(900) + ",\"c\":0.1e-9999,"));

    assertThat(service.client().site().get().execute()).isEqualTo(SITE);
  }

  @Test
  void aLargeResponseIsRead() {
    String filler = "x".repeat(5_000_000);
    service.answersJson(SITE_JSON.replace("{", "{\"filler\":\"" + filler + "\","));

    assertThat(service.client().site().get().execute()).isEqualTo(SITE);
  }

  @Test
  void escapesAreDecoded() {
    service.answers(
        WireService.answer(
            200,
            "application/json",
            SITE_JSON.replace("sit_3f9k2m", "\\u0073it_3f9k2m").getBytes(UTF_8)));

    assertThat(service.client().site().get().execute()).isEqualTo(SITE);
  }
}
