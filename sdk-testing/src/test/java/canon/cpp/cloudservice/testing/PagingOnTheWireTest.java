package canon.cpp.cloudservice.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagingOnTheWireTest {
  private static final String ADMIN = "admin@contoso.com";

  private final FakeCloudService fake =
      FakeCloudService.builder()
          .site(
              site ->
                  site.administrator(ADMIN)
                      .user("b@contoso.com")
                      .user("d@contoso.com")
                      .user("f@contoso.com")
                      .activeUser("h@contoso.com")
                      .printer("varioPRINT 140", "VP-1", "Press 1")
                      .printer("varioPRINT 140", "VP-2", "Press 2"))
          .site(site -> site.administrator("boss@fabrikam.com").user("z@fabrikam.com"))
          .build();
  private final Wire admin = Wire.as(fake, ADMIN);

  @AfterEach
  void close() {
    fake.close();
  }

  private static List<String> addresses(Wire.Answer page) {
    List<String> all = new ArrayList<>();
    for (JsonNode item : page.json().path("items")) {
      String address = item.path("canonicalEmail").asText();
      all.add(address.substring(0, address.indexOf('@')));
    }
    return all;
  }

  private static String next(Wire.Answer page) {
    return page.json().path("nextPageToken").asText(null);
  }

  @Test
  void remainingUsersAreNeitherSkippedNorRepeatedWhileTheListChanges() {
    Wire.Answer first = admin.get("/v1/users?pageSize=2");
    assertThat(addresses(first)).containsExactly("admin", "b");

    // the last one of the page is removed; others are added before and after it
    admin.delete("/v1/users/b@contoso.com");
    admin.post("/v1/users", "{'email':'a@contoso.com'}");
    admin.post("/v1/users", "{'email':'c@contoso.com'}");
    Wire.Answer second = admin.get("/v1/users?pageSize=2&pageToken=" + next(first));
    assertThat(addresses(second)).containsExactly("c", "d");

    admin.delete("/v1/users/f@contoso.com");
    Wire.Answer third = admin.get("/v1/users?pageSize=2&pageToken=" + next(second));
    assertThat(addresses(third)).containsExactly("h");
    assertThat(next(third)).isNull();
  }

  @Test
  void aFullLastPageHasNoNextToken() {
    assertThat(next(admin.get("/v1/users?pageSize=5"))).isNull();
    assertThat(next(admin.get("/v1/users?pageSize=4"))).isNotNull();
  }

  @Test
  void thePageSizeMayDifferFromPageToPage() {
    Wire.Answer first = admin.get("/v1/users?pageSize=1");

    assertThat(addresses(admin.get("/v1/users?pageSize=1000&pageToken=" + next(first))))
        .containsExactly("b", "d", "f", "h");
  }

  @ParameterizedTest
  @CsvSource({
    "0, out-of-range",
    "-1, out-of-range",
    "1001, out-of-range",
    "99999999999999999999, out-of-range",
    "ten, malformed",
    "1.5, malformed",
    "%2B5, malformed",
    "'', malformed"
  })
  void thePageSizeHasLimits(String size, String code) {
    Wire.Answer answer = admin.get("/v1/users?pageSize=" + size);

    assertThat(answer.problem()).isEqualTo("400 validation-failed");
    assertThat(answer.fieldErrors()).containsExactly("pageSize: " + code);
  }

  @Test
  void aPageHas100ItemsByDefault() {
    for (int i = 0; i < 120; i++) {
      admin.post("/v1/users", "{'email':'user" + i + "@contoso.com'}");
    }

    assertThat(addresses(admin.get("/v1/users"))).hasSize(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/users?pageSize=3&text=b&pageToken=",
        "/v1/users?application=remote-match&pageToken=",
        "/v1/users?remoteControlState=invited&pageToken=",
        "/v1/administrators?pageToken=",
        "/v1/printers?pageToken="
      })
  void aPageTokenIsRejectedForAnotherList(String other) {
    String token = next(admin.get("/v1/users?pageSize=1"));

    assertThat(admin.get(other + token).problem()).isEqualTo("400 page-token-invalid");
    assertThat(admin.get("/v1/users?pageToken=" + token).status()).isEqualTo(200);
  }

  @Test
  void aPageTokenIsRejectedAtAnotherSite() {
    String token = next(admin.get("/v1/users?pageSize=1"));

    assertThat(Wire.as(fake, "boss@fabrikam.com").get("/v1/users?pageToken=" + token).problem())
        .isEqualTo("400 page-token-invalid");
  }

  @Test
  void aPageTokenIsValidAfterARestart() {
    String token = next(admin.get("/v1/users?pageSize=2"));
    try (FakeCloudService restarted =
        FakeCloudService.builder()
            .site(site -> site.administrator(ADMIN).user("b@contoso.com").user("x@contoso.com"))
            .build()) {
      assertThat(addresses(Wire.as(restarted, ADMIN).get("/v1/users?pageToken=" + token)))
          .containsExactly("x");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "%00", "a&pageToken=b"})
  void anInventedPageTokenIsRejected(String token) {
    assertThat(admin.get("/v1/users?pageToken=" + token).status()).isEqualTo(400);
  }

  @Test
  void filtersAreCombined() {
    assertThat(addresses(admin.get("/v1/users?application=remote-control")))
        .containsExactly("b", "d", "f", "h");
    assertThat(addresses(admin.get("/v1/users?remoteControlState=active"))).containsExactly("h");
    assertThat(addresses(admin.get("/v1/users?text=D&remoteControlState=invited")))
        .containsExactly("d");
    assertThat(addresses(admin.get("/v1/users?text=D&remoteControlState=active"))).isEmpty();
  }

  @Test
  void allErrorsOfAQueryAreReportedTogether() {
    Wire.Answer answer =
        admin.get("/v1/users?application=fax&remoteControlState=gone&text=%20&pageSize=0&other=x");

    assertThat(answer.fieldErrors())
        .containsExactlyInAnyOrder(
            "application: unknown-value",
            "remoteControlState: unknown-value",
            "text: blank",
            "pageSize: out-of-range");
  }

  @Test
  void administratorsAndPrintersHavePages() {
    Wire.Answer first = admin.get("/v1/printers?pageSize=1");
    Wire.Answer second = admin.get("/v1/printers?pageSize=1&pageToken=" + next(first));

    assertThat(first.json().at("/items/0/serialNumber").asText()).isEqualTo("VP-1");
    assertThat(second.json().at("/items/0/serialNumber").asText()).isEqualTo("VP-2");
    assertThat(next(second)).isNull();
    assertThat(addresses(admin.get("/v1/administrators?state=active"))).containsExactly("admin");
    assertThat(addresses(admin.get("/v1/administrators?state=invited"))).isEmpty();
    assertThat(admin.get("/v1/administrators?state=x").fieldErrors())
        .containsExactly("state: unknown-value");
  }

  @Test
  void theOrderIsByCodePoint() {
    admin.post("/v1/users", "{'email':'\ufa0e@contoso.com'}");
    admin.post("/v1/users", "{'email':'\ud840\udc00@contoso.com'}");

    List<String> all = addresses(admin.get("/v1/users"));

    assertThat(all).endsWith("\ufa0e", "\ud840\udc00");
    assertThat(addresses(admin.get("/v1/users?text=%F0%A0%80%80"))).containsExactly("\ud840\udc00");
  }
}
