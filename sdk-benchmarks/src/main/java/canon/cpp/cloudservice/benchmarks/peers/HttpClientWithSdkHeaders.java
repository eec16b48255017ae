package canon.cpp.cloudservice.benchmarks.peers;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** The same calls with all headers that the SDK sends. What they cost is not the SDK's code. */
final class HttpClientWithSdkHeaders extends HttpClientByHand {
  private static final String USER_AGENT = "cloudservice-sdk-java/0.1.0 (Java 17)";

  HttpClientWithSdkHeaders(URI address, HttpClient client) {
    super(address, client);
  }

  @Override
  HttpRequest.Builder request(String target) {
    return super.request(target)
        .setHeader("Accept", "application/json, application/problem+json")
        .header("Accept-Encoding", "identity")
        .header("User-Agent", USER_AGENT)
        .header("traceparent", "00-" + hex(16) + "-" + hex(8) + "-01")
        .header("Attempt-Id", hex(8));
  }

  @Override
  HttpRequest.Builder change(String target) {
    return super.change(target).header("Idempotency-Key", hex(16));
  }

  private static String hex(int count) {
    byte[] bytes = new byte[count];
    ThreadLocalRandom.current().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
