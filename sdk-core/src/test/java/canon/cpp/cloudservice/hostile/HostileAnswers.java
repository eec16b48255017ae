package canon.cpp.cloudservice.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Generates hostile responses that resemble valid ones, so that reading gets past the first checks.
 */
final class HostileAnswers {
  private static final List<Integer> FAILURES =
      List.of(301, 400, 401, 403, 404, 407, 409, 413, 418, 422, 429, 500, 501, 502, 503, 504);
  private static final List<List<String>> HEADERS =
      List.of(
          List.of("Retry-After", "3", "0", "999999999999", "Sat, 01 Mar 2031 12:00:04 GMT"),
          List.of("Date", "Sat, 01 Mar 2031 12:00:00 GMT", "Thu, 01 Jan 0001 00:00:00 GMT"),
          List.of("X-Request-Id", "req_1"),
          List.of(
              "Location",
              "https://other.example/v1/site",
              "//other.example/",
              "https://" + "long".repeat(900) + ".example/"),
          List.of("Content-Type", "text/html; charset=utf-8", "application/problem+json ; a=b"));

  private HostileAnswers() {}

  /** As many responses as a call can request. */
  static List<HostileAnswer> several(RandomGenerator random, String operation) {
    List<HostileAnswer> answers = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      answers.add(one(random, operation));
    }
    return answers;
  }

  static HostileAnswer one(RandomGenerator random, String operation) {
    boolean success = random.nextInt(3) == 0;
    Map<String, List<String>> headers = new TreeMap<>();
    headers.put("Content-Type", List.of(success ? "application/json" : "application/problem+json"));
    for (List<String> header : HEADERS) {
      if (random.nextInt(4) == 0) {
        headers.put(header.get(0), List.of(value(random, header.subList(1, header.size()))));
      }
    }
    if (random.nextInt(3) == 0) {
      headers.put("WWW-Authenticate", List.of(value(random, List.of(challenge(random)))));
    }
    return HostileAnswer.of(status(random, success), headers, body(random, operation, success));
  }

  /** A rejection of the token, possibly with a claims challenge. */
  static HostileAnswer rejection(RandomGenerator random) {
    String code = random.nextBoolean() ? "unauthenticated" : "token-expired";
    return HostileAnswer.of(
        401,
        Map.of(
            "Content-Type",
            List.of("application/problem+json"),
            "WWW-Authenticate",
            List.of(value(random, List.of(challenge(random))))),
        bytesOf("{\"code\":\"" + code + "\"}"));
  }

  private static int status(RandomGenerator random, boolean success) {
    return random.nextInt(6) == 0
        ? 100 + random.nextInt(900)
        : success ? 200 : HostileStrings.one(random, FAILURES);
  }

  private static String value(RandomGenerator random, List<String> usual) {
    String one = HostileStrings.one(random, usual);
    return switch (random.nextInt(3)) {
      case 0 -> one;
      case 1 -> HostileStrings.mutated(random, one);
      default -> HostileStrings.text(random);
    };
  }

  private static String challenge(RandomGenerator random) {
    byte[] claims =
        random.nextBoolean() ? bytesOf(HostileJson.value(random)) : bytesOf("{\"a\":1}");
    return "Bearer error=\"insufficient_claims\", claims=\""
        + Base64.getEncoder().encodeToString(claims)
        + "\"";
  }

  private static byte[] body(RandomGenerator random, String operation, boolean success) {
    var usual = success ? ContractAnswers.successes().get(operation) : ContractAnswers.problems();
    return switch (random.nextInt(10)) {
      case 0 -> HostileStrings.bytes(random);
      case 1 -> bytesOf(HostileJson.value(random));
      case 2 -> bytesOf(HostileStrings.text(random));
      case 3 -> bytesOf(HostileStrings.one(random, usual).toString());
      case 4 -> bytesOf("<!DOCTYPE html><p>" + HostileStrings.text(random));
      default -> HostileJson.mutated(random, HostileStrings.one(random, usual));
    };
  }

  private static byte[] bytesOf(String text) {
    return text.getBytes(UTF_8);
  }
}
