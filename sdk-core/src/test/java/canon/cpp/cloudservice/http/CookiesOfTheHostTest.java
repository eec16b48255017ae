package canon.cpp.cloudservice.http;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.harness.SocketServer;
import canon.cpp.cloudservice.harness.TransportCase;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cookies belong to an account, but the cookie handler of a process serves all accounts. */
@Isolated("changes the cookie handler of the process")
@Timeout(60)
class CookiesOfTheHostTest {
  private final CookieHandler before = CookieHandler.getDefault();
  private final CookieManager cookies = new CookieManager();

  @AfterEach
  void restore() {
    CookieHandler.setDefault(before);
  }

  @ParameterizedTest
  @EnumSource
  void areNeitherSentNorStored(TransportCase transports) throws Exception {
    CookieHandler.setDefault(cookies);
    try (SocketServer server =
            SocketServer.clear(
                request -> request.respond(200, "", "Set-Cookie: gateway=alice; Path=/"));
        HttpTransport transport = transports.open()) {
      HttpCookie ofWebView = new HttpCookie("session", "of-a-web-view");
      ofWebView.setPath("/");
      cookies.getCookieStore().add(server.uri("/"), ofWebView);
      for (int i = 0; i < 3; i++) {
        transports.send(transport, HttpRequest.of("GET", server.uri("/"), Duration.ofSeconds(20)));
      }

      assertThat(server.requests())
          .hasSize(3)
          .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("Cookie"));
      assertThat(cookies.getCookieStore().getCookies()).containsExactly(ofWebView);
      assertThat(CookieHandler.getDefault()).isSameAs(cookies);
    }
  }
}
