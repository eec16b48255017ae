package canon.cpp.cloudservice.examples.settingseditor;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.examples.settingseditor.demo.DemoWorld;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A browser without a window, with cookies of its own. Follows redirects within the program. */
final class Browser {
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  private final DemoWorld world;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final List<String> seen = new ArrayList<>();
  private final String languages;

  Browser(DemoWorld world) {
    this(world, "en");
  }

  Browser(DemoWorld world, String languages) {
    this.world = world;
    this.languages = languages;
  }

  HttpResponse<String> get(String path) {
    return follow(send(request(path).GET()));
  }

  /** Sends a form with the token of the page that contains it. */
  HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
    Matcher token = CSRF.matcher(get(page).body());
    assertThat(token.find()).as("The page has a form").isTrue();
    return follow(post(action, fields, token.group(1)));
  }

  /** Sends a form with a token, and follows no redirect. */
  HttpResponse<String> post(String action, Map<String, String> fields, @Nullable String token) {
    String form =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    String body = token == null ? form : form + "&csrf=" + encoded(token);
    return send(
        request(action)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> getWithoutFollowing(String path) {
    return send(request(path).GET());
  }

  /** Signs in at Microsoft and returns the start page. */
  HttpResponse<String> signInAtMicrosoft(String account) {
    URI provider = provider("microsoft");
    return get(callback(world.people().microsoft().signIn(provider, account).uri()));
  }

  HttpResponse<String> signInAtGoogle(String account) {
    URI provider = provider("google");
    return get(callback(world.people().google().signIn(provider, account).uri()));
  }

  /** Begins a sign-in and returns the address to which the browser is sent. */
  URI provider(String name) {
    HttpResponse<String> begun = getWithoutFollowing("/cloud/sign-in?provider=" + name);
    return URI.create(begun.headers().firstValue("Location").orElseThrow());
  }

  static String callback(URI returned) {
    return returned.getRawPath() + "?" + returned.getRawQuery();
  }

  String sessionId() {
    return cookies.getCookieStore().getCookies().get(0).getValue();
  }

  void dropCookies() {
    cookies.getCookieStore().removeAll();
  }

  /** All that was received: status lines are not part of it, headers and bodies are. */
  List<String> seen() {
    return seen;
  }

  private HttpResponse<String> follow(HttpResponse<String> response) {
    HttpResponse<String> last = response;
    while (last.statusCode() == 303) {
      String location = last.headers().firstValue("Location").orElseThrow();
      assertThat(location).startsWith("/");
      last = getWithoutFollowing(location);
    }
    return last;
  }

  private HttpRequest.Builder request(String path) {
    URI address = URI.create("http://localhost:" + world.editor().port() + path);
    return HttpRequest.newBuilder(address).header("Accept-Language", languages);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      seen.add(response.headers().map() + "\n" + response.body());
      return response;
    } catch (IOException e) {
      throw new IllegalStateException("No response", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
