package canon.cpp.cloudservice.examples.remotecontrol.demo;

import canon.cpp.cloudservice.testing.identity.FakeEntra;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** A user's app or browser. It keeps the one cookie of the back end itself. */
public final class DemoBrowser {
  private final HttpClient http = HttpClient.newHttpClient();
  private String cookie = "";

  /**
   * Sends {@code POST /activate}.
   *
   * @param node the address of a node
   * @param headers names and values
   * @return the response
   */
  public CompletableFuture<HttpResponse<String>> activate(URI node, String... headers) {
    return post(node, "/activate", headers);
  }

  /**
   * Sends {@code POST /sign-out}.
   *
   * @param node the address of a node
   * @return the response
   */
  public CompletableFuture<HttpResponse<String>> signOut(URI node) {
    return post(node, "/sign-out");
  }

  private CompletableFuture<HttpResponse<String>> post(URI node, String path, String... headers) {
    HttpRequest.Builder request = request(node, path).POST(BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.sendAsync(request.build(), BodyHandlers.ofString());
  }

  /**
   * Signs in as a user does: opens {@code /sign-in}, follows the redirect to Microsoft, and returns
   * to {@code /callback}, which can be at another node.
   *
   * @param first the node that begins
   * @param second the node that completes
   * @param microsoft the identity provider
   * @param address the user
   * @return the response to the callback
   * @throws IOException if a node does not respond
   * @throws InterruptedException if the thread is interrupted
   */
  public HttpResponse<String> signIn(URI first, URI second, FakeEntra microsoft, String address)
      throws IOException, InterruptedException {
    String query = callbackQuery(first, microsoft, address);
    return callback(second, query);
  }

  /**
   * Begins a sign-in, and signs in at Microsoft.
   *
   * @param node the node that begins
   * @param microsoft the identity provider
   * @param address the user
   * @return the query that the browser brings to the callback
   * @throws IOException if the node does not respond
   * @throws InterruptedException if the thread is interrupted
   */
  public String callbackQuery(URI node, FakeEntra microsoft, String address)
      throws IOException, InterruptedException {
    HttpResponse<String> redirect =
        http.send(request(node, "/sign-in").build(), BodyHandlers.ofString());
    keepCookie(redirect);
    URI authorize = URI.create(redirect.headers().firstValue("Location").orElseThrow());
    return microsoft.signIn(authorize, address).parameters().entrySet().stream()
        .map(
            parameter ->
                parameter.getKey()
                    + "="
                    + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /**
   * Returns to the back end.
   *
   * @param node the node
   * @param query the query of the callback
   * @return the response
   * @throws IOException if the node does not respond
   * @throws InterruptedException if the thread is interrupted
   */
  public HttpResponse<String> callback(URI node, String query)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(request(node, "/callback?" + query).build(), BodyHandlers.ofString());
    keepCookie(response);
    return response;
  }

  private HttpRequest.Builder request(URI node, String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(node.resolve(path));
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  private void keepCookie(HttpResponse<String> response) {
    response
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(
            value -> cookie = Arrays.stream(value.split(";", -1)).findFirst().orElse("").strip());
  }
}
