package canon.cpp.cloudservice.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import canon.cpp.cloudservice.CloudServiceClient;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadAddressesOfTheServiceTest {
  @ParameterizedTest
  @CsvSource({
    "http://cloud.example/secret,          must begin with https",
    "http://127.0.0.1.example,             must begin with https",
    "http://localhost.example,             must begin with https",
    "http://0.0.0.0,                       must begin with https",
    "http://192.168.0.1,                   must begin with https",
    "ftp://localhost,                      must begin with https",
    "https://secret@cloud.example,         no user",
    "https://secret:pw@cloud.example,      no user",
    "https://cloud.example?secret=1,       query",
    "https://cloud.example/?,              query",
    "https://cloud.example/#secret,        fragment",
    "cloud.example/secret,                 must be absolute",
    "//cloud.example,                      must be absolute",
    "/secret,                              must be absolute",
    "'',                                   must be absolute",
    "mailto:secret@cloud.example,          must be absolute",
    "https:cloud.example,                  must be absolute",
    "https:///secret,                      must be absolute",
    "https://cloud_service:8443,             contains an underscore",
    "https://müller.example,               with a host name in ASCII",
    "https://under_score.example,          contains an underscore",
    "https://cloud.example:0,              port",
    "https://cloud.example:65536,          port",
  })
  void isRejectedWithAReasonAndWithoutBeingQuoted(String address, String words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CloudServiceClient.builder(URI.create(address)))
        .withMessageContaining("service address")
        .withMessageContaining(words)
        .withMessageNotContaining("secret");
  }

  @Test
  void nullIsRejected() {
    assertThatNullPointerException()
        .isThrownBy(() -> CloudServiceClient.builder(null))
        .withMessage("serviceAddress");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://cloud.example",
        "HTTPS://Cloud.Example:8443/",
        "https://10.0.0.1/x",
        "https://[2001:db8::1]/",
        "http://localhost:8080",
        "http://LOCALHOST",
        "http://127.1.2.3",
        "http://[::1]:80/"
      })
  void validAddressesAreAccepted(String address) {
    assertThat(CloudServiceClient.builder(URI.create(address))).isNotNull();
  }
}
