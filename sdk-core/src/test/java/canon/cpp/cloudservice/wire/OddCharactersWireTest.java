package canon.cpp.cloudservice.wire;

import static canon.cpp.cloudservice.wire.Samples.BOSS_JSON;
import static canon.cpp.cloudservice.wire.Samples.JOHN_JSON;
import static canon.cpp.cloudservice.wire.Samples.PRINTER_JSON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.PageToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OddCharactersWireTest {
  @RegisterExtension static final WireService service = new WireService();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          a/b,    a%2Fb
          a//b/,  a%2F%2Fb%2F
          ../x,   ..%2Fx
          a?b,    a%3Fb
          'a#b',  a%23b
          50%,    50%25
          %41,    %2541
          a+b,    a%2Bb
          a&b=c,  a%26b%3Dc
          a;b,    a%3Bb
          a*b,    a%2Ab
          a~b,    a%7Eb
          'a b',  a%20b
          a\\b,   a%5Cb
          {id},   %7Bid%7D
          ü,      %C3%BC
          印,     %E5%8D%B0
          🖨,     %F0%9F%96%A8
          ...,    ...
          """)
  void aPrinterKeyIsOneSegmentOfThePath(String key, String segment) {
    service.answersJson(PRINTER_JSON);

    service.client().printers().get(key).execute();

    assertThat(service.onlyRequest().getUrl()).isEqualTo("/v1/printers/" + segment);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          a/b@c.d,               a%2Fb%40c.d
          x+tag@gmail.com,       x%2Btag%40gmail.com
          o'brien@contoso.com,   o%27brien%40contoso.com
          jürgen@müller.example, j%C3%BCrgen%40m%C3%BCller.example
          a@xn--mller-kva.de,    a%40xn--mller-kva.de
          ?#&@c.d,               %3F%23%26%40c.d
          """)
  void anAddressIsOneSegmentOfThePath(String address, String segment) {
    service.answersJson(JOHN_JSON);
    service.client().users().get(address).execute();
    assertThat(service.onlyRequest().getUrl()).isEqualTo("/v1/users/" + segment);

    service.answersJson(BOSS_JSON);
    service.client().administrators().get(address).execute();
    assertThat(service.onlyRequest().getUrl()).isEqualTo("/v1/administrators/" + segment);

    service.answersJson("{\"user\":%s,\"changes\":[],\"gone\":true}".formatted(JOHN_JSON));
    service.client().users().remove(address).fromEveryList().execute();
    assertThat(service.onlyRequest().getUrl()).isEqualTo("/v1/users/" + segment);

    service.answersJson("{\"user\":%s,\"changes\":[],\"gone\":true}".formatted(JOHN_JSON));
    service.client().users().remove(address).from(Application.DASHBOARD).execute();
    assertThat(service.onlyRequest().getUrl()).isEqualTo("/v1/users/" + segment + "/removals");
  }

  static Stream<String> longestAddresses() {
    return Stream.of(
        "x".repeat(254 - "@contoso.com".length()) + "@contoso.com",
        "印".repeat(254 - "@contoso.com".length()) + "@contoso.com",
        "🖨".repeat(254 - "@contoso.com".length()) + "@contoso.com");
  }

  @ParameterizedTest
  @MethodSource("longestAddresses")
  void anAddressOf254CharactersIsAcceptedByEveryCall(String address) throws IOException {
    String encoded = URLEncoder.encode(address, UTF_8);
    CloudServiceClient client = service.client();
    String added = "{\"user\":%s,\"changes\":[]}".formatted(JOHN_JSON);
    String removed = "{\"user\":%s,\"changes\":[],\"gone\":true}".formatted(JOHN_JSON);

    service.answersJson(added);
    client.users().add(address).execute();
    assertThat(new ObjectMapper().readTree(service.onlyRequest().getBody()).get("email").asText())
        .isEqualTo(address);

    service.answersJson(JOHN_JSON);
    client.users().get(address).execute();
    assertThat(service.onlyRequest().getUrl()).isEqualTo("/v1/users/" + encoded);

    service.answersJson(removed);
    client.users().remove(address).fromEveryList().execute();
    assertThat(service.onlyRequest().getUrl()).isEqualTo("/v1/users/" + encoded);

    service.answersJson(BOSS_JSON);
    client.administrators().get(address).execute();
    assertThat(service.onlyRequest().getUrl()).isEqualTo("/v1/administrators/" + encoded);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "印", "🖨"})
  void aMemberKeyOf254CharactersIsAccepted(String character) {
    String key = character.repeat(254);
    String encoded = URLEncoder.encode(key, UTF_8);

    service.answersJson(JOHN_JSON);
    service.client().users().get(key).execute();
    assertThat(service.onlyRequest().getUrl()).isEqualTo("/v1/users/" + encoded);

    service.answersJson(BOSS_JSON);
    service.client().administrators().get(key).execute();
    assertThat(service.onlyRequest().getUrl()).isEqualTo("/v1/administrators/" + encoded);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a&text=b", "a=b", "a+b c", "50%", "#", "a/?b", "jürgen@", "印", ";*~"})
  void aFilterIsSentUnchanged(String text) {
    service.answersJson("{\"items\":[]}");

    service.client().users().list().emailStartingWith(text).page().execute();

    String query = service.onlyRequest().getUrl().substring("/v1/users?text=".length());
    assertThat(query).matches("[A-Za-z0-9%._-]+").doesNotContain("%2B%20");
    assertThat(URLDecoder.decode(query, UTF_8)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"a+b/c==, a%2Bb%2Fc%3D%3D", "%2B, %252B", "a b&c, a%20b%26c"})
  void aPageTokenIsSentUnchanged(String token, String encoded) {
    service.answersJson("{\"items\":[]}");

    service.client().users().list().startingFrom(PageToken.of(token)).page().execute();

    assertThat(service.onlyRequest().getUrl()).isEqualTo("/v1/users?pageToken=" + encoded);
  }
}
