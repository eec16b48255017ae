package canon.cpp.cloudservice.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestLogTest {

  private static List<LoggedRequest> story() {
    try (FakeCloudService fake =
        FakeCloudService.builder().site(site -> site.administrator("admin@contoso.com")).build()) {
      Wire admin = Wire.as(fake, "admin@contoso.com");
      admin.key("a").post("/v1/users", "{'email':'john@contoso.com'}");
      fake.clock().advance(Duration.ofSeconds(3));
      admin.key("a").post("/v1/users", "{'email':'john@contoso.com'}");
      admin.get("/v1/users/nobody?x=y");
      Wire.anonymous(fake).get("/elsewhere");
      return fake.log().entries();
    }
  }

  @Test
  void recordsAccountOperationTimeAndResultOfEachRequest() {
    FakeAccount admin = FakeAccount.of("admin@contoso.com");

    assertThat(story())
        .containsExactly(
            new LoggedRequest(
                1,
                FakeClock.START,
                "addUser",
                "POST",
                "/v1/users",
                admin,
                1,
                "a",
                200,
                null,
                false,
                true,
                false),
            new LoggedRequest(
                2,
                FakeClock.START.plusSeconds(3),
                "addUser",
                "POST",
                "/v1/users",
                admin,
                2,
                "a",
                200,
                null,
                true,
                false,
                false),
            new LoggedRequest(
                3,
                FakeClock.START.plusSeconds(3),
                "getUser",
                "GET",
                "/v1/users/nobody",
                admin,
                1,
                null,
                404,
                "not-found",
                false,
                false,
                false),
            new LoggedRequest(
                4,
                FakeClock.START.plusSeconds(3),
                null,
                "GET",
                "/elsewhere",
                null,
                1,
                null,
                501,
                "not-modelled",
                false,
                false,
                false));
  }

  @Test
  void isTheSameInEveryRun() {
    assertThat(story()).isEqualTo(story());
  }

  @Test
  void canBeCleared() {
    try (FakeCloudService fake = FakeCloudService.builder().build()) {
      Wire.anonymous(fake).get("/v1/site");
      fake.log().clear();
      Wire.anonymous(fake).get("/v1/session");

      assertThat(fake.log().entries())
          .extracting(LoggedRequest::number, LoggedRequest::operation)
          .containsExactly(tuple(2L, "getSession"));
      assertThat(fake.log().of("getSite")).isEmpty();
      assertThat(fake.log().toString()).contains("getSession");
    }
  }

  @Test
  void aFullLogRemovesTheOldestRequestsAndReportsIt() {
    try (FakeCloudService fake =
        FakeCloudService.builder().site(site -> site.administrator("admin@contoso.com")).build()) {
      fake.log().capacity(2);
      Wire admin = Wire.as(fake, "admin@contoso.com");
      admin.get("/v1/site");
      admin.get("/v1/users");
      assertThat(fake.log().removed()).isZero();
      fake.log().expect("getSite").once();

      admin.get("/v1/printers");
      assertThat(fake.log().removed()).isEqualTo(1);
      assertThat(fake.log().entries()).extracting(LoggedRequest::number).containsExactly(2L, 3L);
      assertThat(fake.log().toString()).startsWith("The oldest 1 requests were removed");
      fake.log().expect("listPrinters").atLeastOnce();
      assertThatThrownBy(() -> fake.log().expect("getSite").never())
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("The log is incomplete")
          .hasMessageContaining("larger capacity");
      assertThatThrownBy(fake.log()::appliedOnce).isInstanceOf(AssertionError.class);
      assertThatThrownBy(fake.log()::allModelled).isInstanceOf(AssertionError.class);

      fake.log().clear();
      assertThat(fake.log().removed()).isZero();
      fake.log().expect("getSite").never();
      assertThatThrownBy(() -> fake.log().capacity(0)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
