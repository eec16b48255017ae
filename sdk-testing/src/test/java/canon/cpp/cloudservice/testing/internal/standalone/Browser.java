package canon.cpp.cloudservice.testing.internal.standalone;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a browser that the page needs without its script: a cookie, an origin, forms. */
final class Browser implements AutoCloseable {
  private final URI address;
  private final HttpTransport transport = HttpTransport.jdk().build();
  private String cookie = "";

  Browser(URI address) {
    this.address = address;
  }

  /** The page, as HTML. */
  String page() {
    return text(get("/"));
  }

  HttpResponse get(String path) {
    return send("GET", path, null, Map.of());
  }

  /** Sends a form and follows to the page, which is answered as HTML. */
  String submit(String action, String... fields) {
    HttpResponse answer = post(action, address.toString(), fields);
    if (answer.status() != 303) {
      throw new AssertionError(answer.status() + " " + text(answer));
    }
    answer.headers().first("Set-Cookie").ifPresent(set -> cookie = set.split(";", 2)[0]);
    return page();
  }

  /** Sends a form from the page with a query, and returns the page to which it redirects. */
  String submitFrom(String query, String action, String... fields) {
    HttpResponse response =
        post(
            action,
            Map.of(
                "Origin", address.toString(), "Referer", address.resolve("/" + query).toString()),
            fields);
    String location = response.headers().first("Location").orElseThrow();
    return location.replaceFirst("#.*", "") + "\n" + text(get(location.replaceFirst("#.*", "")));
  }

  /** Sends a form from a page of an origin; null for none. */
  HttpResponse post(String action, String origin, String... fields) {
    return post(action, origin == null ? Map.of() : Map.of("Origin", origin), fields);
  }

  private HttpResponse post(String action, Map<String, String> headers, String... fields) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append(i == 0 ? "" : "&").append(fields[i]).append('=');
      body.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return send("POST", "/_fake/console/" + action, body.toString(), headers);
  }

  /** The value of a hidden field in the row of a member or printer. */
  static String idIn(String page, String row, String field) {
    Matcher matcher =
        Pattern.compile(Pattern.quote(row) + ".*?name=\"" + field + "\" value=\"([^\"]*)\"")
            .matcher(page);
    if (!matcher.find()) {
      throw new AssertionError("No " + field + " for " + row + " in " + page);
    }
    return matcher.group(1);
  }

  static String text(HttpResponse answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private HttpResponse send(String method, String path, String body, Map<String, String> more) {
    Map<String, String> headers = new LinkedHashMap<>(more);
    if (!cookie.isEmpty()) {
      headers.put("Cookie", cookie);
    }
    HttpRequest request = HttpRequest.of(method, address.resolve(path), Duration.ofSeconds(20));
    if (body != null) {
      headers.put("Content-Type", "application/x-www-form-urlencoded");
      request = request.withBody(body.getBytes(StandardCharsets.UTF_8));
    }
    return transport.sendAsync(request.withHeaders(headers)).join();
  }

  @Override
  public void close() {
    transport.close();
  }
}
