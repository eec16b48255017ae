package canon.cpp.cloudservice.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.testing.FakeCloudService;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the host on a real port, with the fake service behind it. */
class SpringBootHostTest {
  private static final FakeCloudService FAKE =
      FakeCloudService.builder().site(site -> site.administrator("admin@contoso.com")).build();

  private static ConfigurableApplicationContext host;

  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @BeforeAll
  static void startHost() {
    host =
        SpringApplication.run(
            SpringBootHost.class,
            "--server.port=0",
            "--cloud-service.address=" + FAKE.http().address(),
            "--management.endpoints.web.exposure.include=health,metrics",
            "--management.endpoint.health.show-details=always");
  }

  @AfterAll
  static void stopHost() {
    host.close();
    FAKE.close();
  }

  private HttpResponse<String> send(String method, String path, String... headers)
      throws Exception {
    URI address =
        URI.create(
            "http://localhost:" + host.getEnvironment().getProperty("local.server.port") + path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return browser.send(request.build(), BodyHandlers.ofString());
  }

  private void signIn() throws Exception {
    String token = FAKE.http().tokenFor("admin@contoso.com").value();
    assertThat(send("POST", "/sign-in", "Authorization", "Bearer " + token).statusCode())
        .isEqualTo(200);
  }

  @Test
  void administersUsersForTheAdministratorOfTheHttpSession() throws Exception {
    signIn();

    HttpResponse<String> added = send("POST", "/users?email=john@contoso.com");

    assertThat(added.statusCode()).isEqualTo(201);
    assertThat(send("GET", "/users").body()).contains("john@contoso.com");
  }

  @Test
  void anotherHttpSessionIsNotSignedIn() throws Exception {
    signIn();

    HttpClient other = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    HttpResponse<String> response =
        other.send(
            HttpRequest.newBuilder(
                    URI.create(
                        "http://localhost:"
                            + host.getEnvironment().getProperty("local.server.port")
                            + "/users"))
                .build(),
            BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(401);
  }

  @Test
  void aRejectedCallBecomesAProblemDocument() throws Exception {
    signIn();

    HttpResponse<String> response = send("POST", "/users?email=not-an-address");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(response.body())
        .contains("\"code\":\"validation-failed\"", "\"outcome\":", "\"message\":");
  }

  @Test
  void theSentenceForTheUserIsInTheLanguageOfTheRequest() throws Exception {
    signIn();

    String english = send("POST", "/users?email=x", "Accept-Language", "en").body();
    String french = send("POST", "/users?email=x", "Accept-Language", "fr").body();

    assertThat(message(french)).isNotEqualTo(message(english));
  }

  private static String message(String problem) {
    int start = problem.indexOf("\"message\":\"");
    assertThat(start).isPositive();
    return problem.substring(start, problem.indexOf('"', start + 11));
  }

  @Test
  void healthAndMetricsShowTheService() throws Exception {
    signIn();

    assertThat(send("GET", "/actuator/health").body())
        .contains("\"cloudService\":{\"status\":\"UP\"");
    assertThat(send("GET", "/actuator/metrics/cloud.service.call?tag=operation:signIn").body())
        .contains("\"result\"", "\"ok\"");
  }
}
