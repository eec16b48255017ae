package canon.cpp.cloudservice.wire;

import static canon.cpp.cloudservice.wire.Samples.SITE_JSON;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceAddressWireTest {
  @RegisterExtension static final WireService service = new WireService();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          '',           /v1/site
          /,            /v1/site
          //,           /v1/site
          /cloud,       /cloud/v1/site
          /cloud/,      /cloud/v1/site
          /cloud///,    /cloud/v1/site
          /a/b.c/,      /a/b.c/v1/site
          /a%2Fb,       /a%2Fb/v1/site
          /grün,        /gr%C3%BCn/v1/site
          """)
  void pathsAreAppendedToTheServiceAddress(String path, String requested) {
    service.answersJson(SITE_JSON);
    URI address = URI.create(service.address() + path);

    service.builder(address).build().withToken(WireService.TOKEN).site().get().execute();

    assertThat(service.onlyRequest().getUrl()).isEqualTo(requested);
  }
}
